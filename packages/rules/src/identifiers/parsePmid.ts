import {cleanIdentifier} from './cleanIdentifier.ts'
import {accept, refuse} from './identifierResult.ts'
import type {IdentifierResult} from './identifierResult.ts'

const PREFIX =
  /^(?:pmid|pubmed(?:\s+id)?|https?:\/\/pubmed\.ncbi\.nlm\.nih\.gov|https?:\/\/(?:www\.)?ncbi\.nlm\.nih\.gov\/pubmed)[\s:/]*/iu

/**
 * Reads a PubMed number from a bare number, `PMID: …` or a PubMed address; digits only.
 *
 * A PMID carries no check digit: a mistyped one is another article, so compare year and title too.
 *
 * @example parsePmid('PMID: 22850802') // {ok: true, value: '22850802'}
 */
export function parsePmid(input: string): IdentifierResult {
  const cleaned = cleanIdentifier(input)
  if (cleaned === '') return refuse('Paste the PubMed number, for example 22850802.')
  const number = cleaned.replace(PREFIX, '').replace(/[/?#].*$/u, '')
  if (/^PMC\d+$/iu.test(number)) {
    return refuse(
      'This is a PubMed Central number: move it to the PMCID field, and put the PubMed number here.',
    )
  }
  if (!/^[1-9]\d{0,7}$/u.test(number)) {
    return refuse(
      'A PubMed number is one to eight digits and does not start with 0: copy it from the PubMed page.',
    )
  }
  return accept(number)
}
