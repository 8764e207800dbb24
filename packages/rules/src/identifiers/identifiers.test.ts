import {assert, constantFrom, integer, nat, property, string} from 'fast-check'
import {describe, expect, it} from 'vitest'
import {
  parseDoi,
  parseIsbn,
  parseIssn,
  parseNct,
  parseNpi,
  parseOrcid,
  parsePmcid,
  parsePmid,
} from './index.ts'
import type {IdentifierResult} from './index.ts'

type Row = readonly [input: string, value: string]

const SICI = '10.1002/1520-6777(2001)20:2<167::aid-nau19>3.0.co;2-4'

const accepted: Readonly<Record<string, {parse: (input: string) => IdentifierResult; rows: readonly Row[]}>> =
  {
    doi: {
      parse: parseDoi,
      rows: [
        ['10.1177/0269215512453353', '10.1177/0269215512453353'],
        ['10.1097/JWH.0b013e318276fb16', '10.1097/jwh.0b013e318276fb16'],
        ['https://doi.org/10.1177/0269215512453353.', '10.1177/0269215512453353'],
        ['http://dx.doi.org/10.1177/0269215512453353', '10.1177/0269215512453353'],
        ['dx.doi.org/10.1177/0269215512453353', '10.1177/0269215512453353'],
        ['doi: 10.1177/0269215512453353;', '10.1177/0269215512453353'],
        ['DOI 10.1177/0269215512453353', '10.1177/0269215512453353'],
        ['info:doi/10.1177/0269215512453353', '10.1177/0269215512453353'],
        ['(10.1177/0269215512453353)', '10.1177/0269215512453353'],
        ['10.1016/S0140-6736(20)30183-5', '10.1016/s0140-6736(20)30183-5'],
        ['10.1002/1520-6777(2001)20:2<167::AID-NAU19>3.0.CO;2-4', SICI],
        ['10.1002/1520-6777(2001)20:2&lt;167::AID-NAU19&gt;3.0.CO;2-4.', SICI],
        ['https://doi.org/10.1002/1520-6777(2001)20:2%3C167::AID-NAU19%3E3.0.CO;2-4', SICI],
        ['https://onlinelibrary.wiley.com/doi/abs/10.1002/nau.19?casa_token=x', '10.1002/nau.19'],
        ['10.1000/xyz&#38;a', '10.1000/xyz&a'],
        ['\u00A010.1007/s00198\u2011013\u20112523\u20112\u200B', '10.1007/s00198-013-2523-2'],
      ],
    },
    pmid: {
      parse: parsePmid,
      rows: [
        ['22850802', '22850802'],
        ['PMID: 16461178.', '16461178'],
        ['https://pubmed.ncbi.nlm.nih.gov/16461178/', '16461178'],
        ['https://www.ncbi.nlm.nih.gov/pubmed/16461178?dopt=Abstract', '16461178'],
        ['1', '1'],
      ],
    },
    pmcid: {
      parse: parsePmcid,
      rows: [
        ['PMC3234567', 'PMC3234567'],
        ['pmc3234567', 'PMC3234567'],
        ['PMCID: PMC3234567', 'PMC3234567'],
        ['https://pmc.ncbi.nlm.nih.gov/articles/PMC3234567/', 'PMC3234567'],
        ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3234567.2/', 'PMC3234567'],
      ],
    },
    isbn: {
      parse: parseIsbn,
      rows: [
        ['978-3-16-148410-0', '9783161484100'],
        ['ISBN-13: 978 0 306 40615 7', '9780306406157'],
        ['0-306-40615-2', '9780306406157'],
        ['ISBN 0-8044-2957-X', '9780804429573'],
        ['080442957x', '9780804429573'],
        ['979-10-90636-07-1', '9791090636071'],
      ],
    },
    issn: {
      parse: parseIssn,
      rows: [
        ['0269-2155', '0269-2155'],
        ['02692155', '0269-2155'],
        ['eISSN: 2049-3630', '2049-3630'],
        ['ISSN 0378–5955', '0378-5955'],
        ['2434-561x', '2434-561X'],
      ],
    },
    orcid: {
      parse: parseOrcid,
      rows: [
        ['0000-0002-1825-0097', '0000-0002-1825-0097'],
        ['https://orcid.org/0000-0001-5109-3700', '0000-0001-5109-3700'],
        ['orcid.org/0000-0002-1694-233x', '0000-0002-1694-233X'],
        ['0000000218250097', '0000-0002-1825-0097'],
      ],
    },
    nct: {
      parse: parseNct,
      rows: [
        ['NCT04280705', 'NCT04280705'],
        ['nct 04280705', 'NCT04280705'],
        ['https://clinicaltrials.gov/study/NCT04280705?tab=results', 'NCT04280705'],
        ['ClinicalTrials.gov identifier: NCT04280705.', 'NCT04280705'],
      ],
    },
    npi: {
      parse: parseNpi,
      rows: [
        ['1234567893', '1234567893'],
        ['NPI: 1245319599', '1245319599'],
      ],
    },
  }

const refused: readonly (readonly [(input: string) => IdentifierResult, string, RegExp])[] = [
  [parseDoi, '', /Paste the DOI/],
  [parseDoi, '11.1177/0269215512453353', /starts with “10\.”/],
  [parseDoi, 'https://www.mayoclinic.org', /starts with “10\.”/],
  [parseDoi, '10.117/x', /four to nine digits/],
  [parseDoi, '10.1177/', /stops at its slash/],
  [parseDoi, '10.1177/0269 215', /no spaces/],
  [parsePmid, '', /Paste the PubMed number/],
  [parsePmid, 'PMC3234567', /PMCID field/],
  [parsePmid, '02285080', /does not start with 0/],
  [parsePmid, '228508021', /one to eight digits/],
  [parsePmcid, '3234567', /PMC3234567.*PMID field/],
  [parsePmcid, 'PMCX', /PMC and digits/],
  [parseIsbn, '', /Paste the ISBN/],
  [parseIsbn, '978-3-16-148410-1', /does not add up/],
  [parseIsbn, '0-306-40615-3', /does not add up/],
  [parseIsbn, '977-3-16-148410-0', /978 or 979/],
  [parseIsbn, '97831614841', /10 or 13 digits/],
  [parseIssn, '0269-2156', /does not add up/],
  [parseIssn, '0269-215', /eight characters/],
  [parseOrcid, '0000-0002-1825-0098', /does not add up/],
  [parseOrcid, '0000-0002-1825-009', /16 characters/],
  [parseNct, 'NCT0428070', /eight digits/],
  [parseNpi, '1234567890', /does not add up/],
  [parseNpi, '3234567893', /starts with 1 or 2/],
]

describe('identifiers', () => {
  for (const [kind, {parse, rows}] of Object.entries(accepted)) {
    it.each(rows)(`${kind}: %s`, (input, value) => {
      expect(parse(input)).toEqual({ok: true, value})
      expect(parse(value)).toEqual({ok: true, value})
    })
  }

  it.each(refused)('%o refuses “%s”', (parse, input, reason) => {
    expect(parse(input)).toMatchObject({ok: false, reason: expect.stringMatching(reason)})
    expect(parse(input)).toMatchObject({reason: expect.stringMatching(/^[A-Z].*\.$/u)})
  })
})

describe('a check digit catches every change of one digit', () => {
  const checked: readonly (readonly [string, (input: string) => IdentifierResult, readonly string[]])[] = [
    ['isbn', parseIsbn, ['9783161484100', '0306406152', '080442957X']],
    ['issn', parseIssn, ['02692155', '2434561X']],
    ['orcid', parseOrcid, ['0000000218250097', '000000021694233X']],
    ['npi', parseNpi, ['1234567893', '1245319599']],
  ]

  it.each(checked)('%s', (_kind, parse, examples) => {
    assert(
      property(constantFrom(...examples), nat(), integer({min: 1, max: 9}), (valid, at, step) => {
        const index = at % valid.length
        const digit = valid.charAt(index)
        if (digit === 'X') return
        const changed = valid.slice(0, index) + String((Number(digit) + step) % 10) + valid.slice(index + 1)
        expect(parse(valid).ok).toBe(true)
        expect(parse(changed).ok).toBe(false)
      }),
      {numRuns: 500},
    )
  })

  it('any text gives a value or a sentence, never an exception', () => {
    for (const {parse} of Object.values(accepted)) {
      assert(
        property(string({unit: 'grapheme'}), (text) => {
          const result = parse(text)
          const again = result.ok ? parse(result.value) : parse(text)
          expect(again).toEqual(result)
        }),
      )
    }
  })
})
