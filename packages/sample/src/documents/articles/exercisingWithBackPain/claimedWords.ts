import {claimed, type Part} from '../../../builders/portableText.ts'
import {claimText} from '../article.ts'
import {claims} from './claims.ts'

/** The words of one of the article's claims, marked as such. */
export function claim(key: string): Part {
  return claimed(key, claimText(claims, key))
}
