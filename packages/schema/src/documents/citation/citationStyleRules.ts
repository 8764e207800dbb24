import {isEmpty} from '../../fields/isEmpty.ts'
import {isRecord} from '../../fields/isRecord.ts'

// Words of four letters and more: shorter ones stay small in title case too.
const longWord = /^\p{L}{4,}/u

/**
 * A remark on a title in Title Case. CSL wants titles in sentence case: styles can raise letters, but not
 * lower them, because they cannot tell names from words.
 */
export function isSentenceCase(title: string | undefined): true | string {
  const later = (title ?? '')
    .split(/[:.?!—]\s*/u)
    .flatMap((sentence) => sentence.split(/\s+/u).slice(1))
    .filter((word) => longWord.test(word))
  const raised = later.filter((word) => /^\p{Lu}\p{Ll}/u.test(word))
  return (
    later.length < 3 ||
    raised.length / later.length <= 0.6 ||
    'Write the title in sentence case: capitals only for the first word and for names.'
  )
}

/** A remark on an abbreviated journal: styles shorten full names, they cannot lengthen short ones. */
export function isFullContainerTitle(container: string | undefined): true | string {
  return (
    !/\b\p{L}{1,6}\.(\s|$)/u.test(container ?? '') ||
    'Give the full name of the journal: the reference style abbreviates it.'
  )
}

/** A remark on a journal article without pages. */
export function hasPages(page: unknown, citation: unknown): true | string {
  if (!isRecord(citation) || citation['cslType'] !== 'article-journal' || !isEmpty(page)) return true
  return 'A journal article has pages or an article number. Add them when you know them.'
}
