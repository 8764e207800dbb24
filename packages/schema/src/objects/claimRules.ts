import {isEmpty} from '../fields/isEmpty.ts'
import {isRecord} from '../fields/isRecord.ts'
import {textOf} from '../fields/textOf.ts'

/** A figure is one number, or a range with both ends in order. */
export function isOneNumberOrRange(figure: unknown): true | string {
  if (!isRecord(figure)) return true
  const {value, min, max} = figure
  const single = typeof value === 'number'
  const ends = [min, max].filter((end) => typeof end === 'number').length
  if (single && ends > 0) return 'Give either one value or a range, not both.'
  if (!single && ends === 0) return 'Give the figure as a number too: a value, or the least and the most.'
  if (!single && ends === 1) return 'Give both ends of the range.'
  if (typeof min === 'number' && typeof max === 'number' && min > max) {
    return `The least (${min}) is more than the most (${max}).`
  }
  return true
}

/**
 * A claim with a figure has a source, or tells readers that it has none; a claim that is called supported
 * has a source that supports it.
 */
export function hasSourceOrSaysSo(claim: unknown): true | string {
  if (!isRecord(claim)) return true
  const sources = Array.isArray(claim['evidence']) ? claim['evidence'] : []
  const {status} = claim
  if (status === 'supported') {
    const supporting = sources.filter(
      (source) =>
        isRecord(source) && source['stance'] === 'supports' && source['agreement'] !== 'does-not-support',
    )
    return supporting.length > 0 || 'Add the source that supports this claim, or change its status.'
  }
  const admitted = status === 'opinion' || status === 'unsupported'
  if (isEmpty(claim['figures']) || sources.length > 0 || admitted) return true
  return 'Add a source for the figure, or set the status to “No source found” so that readers are told.'
}

const strongWords =
  /\b(will|cures?|eliminates?|proven|guarantee[ds]?|always|never fails|safe for (everyone|everybody|all))\b/iu

/** A remark on words that promise more than evidence on effects can. */
export function avoidsStrongWords(claim: unknown): true | string {
  if (!isRecord(claim) || claim['kind'] !== 'effect') return true
  const found = strongWords.exec(textOf(claim['text']))?.[0]
  return (
    found === undefined || `“${found}” promises more than a source can. Consider “can”, “may” or “might”.`
  )
}
