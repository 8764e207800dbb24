import {cleanIdentifier} from './cleanIdentifier.ts'
import {accept, refuse} from './identifierResult.ts'
import type {IdentifierResult} from './identifierResult.ts'

const PREFIX =
  /^(?:pmcid|https?:\/\/pmc\.ncbi\.nlm\.nih\.gov\/articles|https?:\/\/(?:www\.)?ncbi\.nlm\.nih\.gov\/pmc\/articles)[\s:/]*/iu

/**
 * Reads a PubMed Central number and gives it as `PMC` and digits, without a version.
 *
 * @example parsePmcid('https://pmc.ncbi.nlm.nih.gov/articles/PMC3234567/') // {ok: true, value: 'PMC3234567'}
 */
export function parsePmcid(input: string): IdentifierResult {
  const cleaned = cleanIdentifier(input)
  if (cleaned === '') return refuse('Paste the PubMed Central number, for example PMC3234567.')
  const body = cleaned.replace(PREFIX, '').replace(/[/?#].*$/u, '')
  if (/^\d+$/u.test(body)) {
    return refuse(
      `Put PMC in front if this is a PubMed Central number (PMC${body}); a PubMed number goes in the PMID field.`,
    )
  }
  const digits = /^PMC\s?([1-9]\d{0,8})(?:\.\d+)?$/iu.exec(body)?.[1]
  if (digits === undefined) {
    return refuse(
      'A PubMed Central number is PMC and digits, for example PMC3234567: copy it from the article page.',
    )
  }
  return accept(`PMC${digits}`)
}
