import type {Path} from '@sanity/types'
import type {Finding} from '../../fields/findings.ts'
import {entryPath, findings} from '../../fields/findings.ts'
import {isRecord} from '../../fields/isRecord.ts'
import {records} from '../../fields/records.ts'
import {textOf} from '../../fields/textOf.ts'

/** Checks what the body refers to within its article: claims and questions by their key. */
export function findUnknownKeys(body: unknown, article: unknown): true | Finding[] {
  const claims = keysOf(article, 'claims')
  const faqs = keysOf(article, 'faqs')
  return findings(
    records(body).flatMap((block, index) => {
      const at = (...inner: string[]) => entryPath(block, index, ...inner)
      switch (block['_type']) {
        case 'block':
          return records(block['markDefs']).flatMap((mark, markIndex) =>
            mark['_type'] === 'claimMark'
              ? unknownClaim(mark['claimKey'], claims, [
                  ...at('markDefs'),
                  ...entryPath(mark, markIndex, 'claimKey'),
                ])
              : [],
          )
        case 'pullStat':
          return unknownClaim(block['claimKey'], claims, at('claimKey'))
        case 'faqList':
          return (Array.isArray(block['faqKeys']) ? block['faqKeys'] : [])
            .filter((key: unknown) => typeof key === 'string' && !faqs.has(key))
            .map((key: unknown) => ({
              message: `No question of this article has the key “${textOf(key)}”.`,
              path: at('faqKeys'),
            }))
        default:
          return []
      }
    }),
  )
}

/** Finds claims of answers that the article does not hold. */
export function findUnknownClaims(faqs: unknown, article: unknown): true | Finding[] {
  const claims = keysOf(article, 'claims')
  return findings(
    records(faqs).flatMap((faq, index) =>
      (Array.isArray(faq['claimKeys']) ? faq['claimKeys'] : []).flatMap((key: unknown) =>
        unknownClaim(key, claims, entryPath(faq, index, 'claimKeys')),
      ),
    ),
  )
}

/** A remark on headings that skip a level or stand empty (WCAG 1.3.1). */
export function findHeadingProblems(body: unknown): true | Finding[] {
  const found: Finding[] = []
  let seenSection = false
  for (const [index, block] of records(body).entries()) {
    const {style} = block
    if (style !== 'h2' && style !== 'h3') continue
    if (style === 'h2') seenSection = true
    if (style === 'h3' && !seenSection) {
      found.push({
        message: 'A heading 3 stands below a heading 2: make this a heading 2.',
        path: entryPath(block, index),
      })
    }
    if (
      records(block['children']).every((child) => child['_type'] === 'span' && textOf(child['text']) === '')
    ) {
      found.push({message: 'This heading is empty: write it, or remove it.', path: entryPath(block, index)})
    }
  }
  return findings(found)
}

function unknownClaim(key: unknown, claims: ReadonlySet<string>, path: Path): Finding[] {
  if (typeof key !== 'string' || claims.has(key)) return []
  return [
    {message: `No claim of this article has the key “${key}”. Add the claim on the Evidence tab.`, path},
  ]
}

function keysOf(article: unknown, field: string): Set<string> {
  const list = isRecord(article) ? records(article[field]) : []
  return new Set(list.flatMap((entry) => (typeof entry['_key'] === 'string' ? [entry['_key']] : [])))
}
