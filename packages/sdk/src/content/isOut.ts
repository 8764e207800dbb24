import {isRecord} from '../validation/isRecord.ts'

/**
 * Whether an article may be shown at an instant: from its date of publication on. What has no date, or none that can
 * be read, is not held back, so that its validator can say what is wrong with it.
 */
export function isOut(article: unknown, now: number): boolean {
  const date = isRecord(article) ? article['publishedAt'] : undefined
  return typeof date !== 'string' || !/^\d{4}-/.test(date) || !(Date.parse(date) > now)
}
