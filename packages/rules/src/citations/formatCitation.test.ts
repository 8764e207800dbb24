import {describe, expect, it} from 'vitest'
import {formatCitation, toCslItem} from './index.ts'
import type {CitationFacts, CitationStyle, CslItem} from './index.ts'

/** The four sources of the sample article, as their documents hold them. */
const lillios: CitationFacts = {
  _id: 'lillios2012',
  cslType: 'article-journal',
  title:
    'The effects of core and lower extremity strengthening on pregnancy-related low back and pelvic girdle pain: a systematic review',
  authors: [
    {family: 'Lillios', given: 'Sarah', literal: null},
    {family: 'Young', given: 'Jodi', literal: null},
  ],
  issued: {year: 2012, month: null, day: null, season: null},
  containerTitle: 'Journal of Women’s Health Physical Therapy',
  volume: '36',
  issue: '3',
  page: '116-124',
  identifiers: {doi: '10.1097/JWH.0b013e318276fb16', pmid: null, url: null},
}

const shnayderman: CitationFacts = {
  _id: 'shnayderman2013',
  cslType: 'article-journal',
  title:
    'An aerobic walking programme versus muscle strengthening programme for chronic low back pain: a randomized controlled trial',
  authors: [
    {family: 'Shnayderman', given: 'I.'},
    {family: 'Katz-Leurer', given: 'M.'},
  ],
  issued: {year: 2013},
  containerTitle: 'Clinical Rehabilitation',
  volume: '27',
  issue: '3',
  page: '207-214',
  identifiers: {doi: '10.1177/0269215512453353', pmid: '22850802'},
}

const slade: CitationFacts = {
  _id: 'slade2006',
  cslType: 'article-journal',
  title: 'Trunk-strengthening exercises for chronic low back pain: a systematic review',
  authors: [
    {family: 'Slade', given: 'S. C.'},
    {family: 'Keating', given: 'J. L.'},
  ],
  issued: {year: 2006},
  containerTitle: 'Journal of Manipulative and Physiological Therapeutics',
  volume: '29',
  issue: '2',
  page: '163-173',
  identifiers: {pmid: '16461178'},
}

const harvard: CitationFacts = {
  _id: 'hhl2013',
  cslType: 'article-magazine',
  title: 'Avoid back pain and improve balance by strengthening core muscles',
  authors: null,
  issued: {year: 2013},
  containerTitle: 'Harvard Health Letter',
  volume: '38',
  issue: '7',
  page: '1-7',
  identifiers: null,
}

const item = (more: Partial<CslItem>): CslItem => ({id: 'x', type: 'article-journal', ...more})
const year = (...parts: number[]): NonNullable<CslItem['issued']> => ({'date-parts': [parts]})
const authors = (count: number) =>
  Array.from({length: count}, (_, index) => ({family: `Author${index + 1}`, given: 'Ann Bea'}))

const book = item({
  type: 'book',
  title: 'Low back disorders: evidence-based prevention and rehabilitation',
  author: [{family: 'McGill', given: 'Stuart'}],
  edition: '3rd edition',
  publisher: 'Human Kinetics',
  'publisher-place': 'Champaign, IL',
  issued: year(2015),
  ISBN: '9781450472913',
})

const chapter = item({
  type: 'chapter',
  title: 'Exercise for the spine',
  author: [{family: 'King', given: 'Mary Lou', suffix: 'Jr.'}],
  editor: [
    {family: 'Ede', given: 'A'},
    {family: 'Oz', given: 'B C'},
  ],
  'container-title': 'Handbook of spines',
  edition: '2',
  publisher: 'Press',
  'publisher-place': 'Oxford',
  issued: year(2001),
  page: '284-7',
})

const page = item({
  type: 'webpage',
  title: 'Back pain',
  author: [{literal: 'National Health Service'}],
  'container-title': 'NHS inform',
  issued: year(2024, 3, 5),
  accessed: year(2026, 11, 24),
  URL: 'https://www.nhs.uk/conditions/back-pain/',
})

type Row = readonly [name: string, style: CitationStyle, item: CslItem, text: string]

const rows: readonly Row[] = [
  [
    'journal',
    'ama',
    toCslItem(shnayderman),
    'Shnayderman I, Katz-Leurer M. An aerobic walking programme versus muscle strengthening programme for chronic low back pain: a randomized controlled trial. Clinical Rehabilitation. 2013;27(3):207-214. doi:10.1177/0269215512453353',
  ],
  [
    'journal',
    'apa',
    toCslItem(shnayderman),
    'Shnayderman, I., & Katz-Leurer, M. (2013). An aerobic walking programme versus muscle strengthening programme for chronic low back pain: a randomized controlled trial. Clinical Rehabilitation, 27(3), 207–214. https://doi.org/10.1177/0269215512453353',
  ],
  [
    'journal',
    'vancouver',
    toCslItem(shnayderman),
    'Shnayderman I, Katz-Leurer M. An aerobic walking programme versus muscle strengthening programme for chronic low back pain: a randomized controlled trial. Clinical Rehabilitation. 2013;27(3):207-14. doi: 10.1177/0269215512453353. PMID: 22850802.',
  ],
  [
    'given names in full',
    'ama',
    toCslItem(lillios),
    'Lillios S, Young J. The effects of core and lower extremity strengthening on pregnancy-related low back and pelvic girdle pain: a systematic review. Journal of Women’s Health Physical Therapy. 2012;36(3):116-124. doi:10.1097/JWH.0b013e318276fb16',
  ],
  [
    'no DOI',
    'ama',
    toCslItem(slade),
    'Slade SC, Keating JL. Trunk-strengthening exercises for chronic low back pain: a systematic review. Journal of Manipulative and Physiological Therapeutics. 2006;29(2):163-173.',
  ],
  [
    'no DOI',
    'apa',
    toCslItem(slade),
    'Slade, S. C., & Keating, J. L. (2006). Trunk-strengthening exercises for chronic low back pain: a systematic review. Journal of Manipulative and Physiological Therapeutics, 29(2), 163–173.',
  ],
  [
    'no author',
    'ama',
    toCslItem(harvard),
    'Avoid back pain and improve balance by strengthening core muscles. Harvard Health Letter. 2013;38(7):1-7.',
  ],
  [
    'no author',
    'apa',
    toCslItem(harvard),
    'Avoid back pain and improve balance by strengthening core muscles. (2013). Harvard Health Letter, 38(7), 1–7.',
  ],
  [
    'no author',
    'vancouver',
    toCslItem(harvard),
    'Avoid back pain and improve balance by strengthening core muscles. Harvard Health Letter. 2013;38(7):1-7.',
  ],
  [
    'book',
    'ama',
    book,
    'McGill S. Low back disorders: evidence-based prevention and rehabilitation. 3rd ed. Human Kinetics; 2015.',
  ],
  [
    'book',
    'apa',
    book,
    'McGill, S. (2015). Low back disorders: evidence-based prevention and rehabilitation (3rd ed.). Human Kinetics.',
  ],
  [
    'book',
    'vancouver',
    book,
    'McGill S. Low back disorders: evidence-based prevention and rehabilitation. 3rd ed. Champaign, IL: Human Kinetics; 2015.',
  ],
  [
    'chapter',
    'ama',
    chapter,
    'King ML Jr. Exercise for the spine. In: Ede A, Oz BC, eds. Handbook of spines. 2nd ed. Press; 2001:284-287.',
  ],
  [
    'chapter',
    'apa',
    chapter,
    'King, M. L., Jr. (2001). Exercise for the spine. In A. Ede & B. C. Oz (Eds.), Handbook of spines (2nd ed., pp. 284–287). Press.',
  ],
  [
    'chapter',
    'vancouver',
    chapter,
    'King ML Jr. Exercise for the spine. In: Ede A, Oz BC, editors. Handbook of spines. 2nd ed. Oxford: Press; 2001. p. 284-7.',
  ],
  [
    'web page',
    'ama',
    page,
    'National Health Service. Back pain. NHS inform. March 5, 2024. Accessed November 24, 2026. https://www.nhs.uk/conditions/back-pain/',
  ],
  [
    'web page',
    'apa',
    page,
    'National Health Service. (2024, March 5). Back pain. NHS inform. https://www.nhs.uk/conditions/back-pain/',
  ],
  [
    'web page',
    'vancouver',
    page,
    'National Health Service. Back pain [Internet]. NHS inform; 2024 Mar 5 [cited 2026 Nov 24]. Available from: https://www.nhs.uk/conditions/back-pain/',
  ],
  [
    'web page of its author, without a date',
    'apa',
    {
      id: 'x',
      type: 'webpage',
      title: 'Back pain',
      author: [{literal: 'NHS'}],
      'container-title': 'NHS',
      accessed: year(2026, 11, 24),
      URL: 'https://www.nhs.uk/x',
    },
    'NHS. (n.d.). Back pain. Retrieved November 24, 2026, from https://www.nhs.uk/x',
  ],
  [
    'magazine by its date',
    'ama',
    item({
      type: 'article-magazine',
      title: 'Why backs hurt',
      'container-title': 'Time',
      issued: year(2013, 7, 5),
      page: '12-14',
    }),
    'Why backs hurt. Time. July 5, 2013:12-14.',
  ],
  [
    'magazine by its date',
    'apa',
    item({
      type: 'article-magazine',
      title: 'Why backs hurt',
      'container-title': 'Time',
      issued: year(2013, 7),
      page: '12-14',
    }),
    'Why backs hurt. (2013, July). Time, 12–14.',
  ],
  [
    'six authors',
    'ama',
    item({author: authors(6), title: 'T'}),
    'Author1 AB, Author2 AB, Author3 AB, Author4 AB, Author5 AB, Author6 AB. T.',
  ],
  [
    'seven authors',
    'ama',
    item({author: authors(7), title: 'T'}),
    'Author1 AB, Author2 AB, Author3 AB, et al. T.',
  ],
  [
    'seven authors',
    'vancouver',
    item({author: authors(7), title: 'T'}),
    'Author1 AB, Author2 AB, Author3 AB, Author4 AB, Author5 AB, Author6 AB, et al. T.',
  ],
  [
    'three authors',
    'apa',
    item({author: authors(3), title: 'T'}),
    'Author1, A. B., Author2, A. B., & Author3, A. B. (n.d.). T.',
  ],
  [
    'twenty-one authors',
    'apa',
    item({author: authors(21), title: 'T'}),
    `${authors(19)
      .map(({family}) => `${family}, A. B.`)
      .join(', ')}, . . . Author21, A. B. (n.d.). T.`,
  ],
  [
    'a question',
    'ama',
    item({title: 'Does walking help?', 'container-title': 'Spine', issued: year(2020)}),
    'Does walking help? Spine. 2020.',
  ],
  [
    'no volume',
    'ama',
    item({title: 'T', 'container-title': 'Spine', issued: year(2012), page: '5'}),
    'T. Spine. 2012:5.',
  ],
  [
    'no issue',
    'ama',
    item({title: 'T', 'container-title': 'Spine', issued: year(2012), volume: '3', page: 'e12'}),
    'T. Spine. 2012;3:e12.',
  ],
  [
    'no date',
    'ama',
    item({title: 'T', 'container-title': 'Spine', volume: '3', issue: '2'}),
    'T. Spine. 3(2).',
  ],
  [
    'a short journal name',
    'ama',
    item({title: 'T', 'container-title': 'Clinical Rehabilitation', 'container-title-short': 'Clin Rehabil'}),
    'T. Clin Rehabil.',
  ],
  ['a title alone', 'vancouver', item({title: 'T'}), 'T.'],
  ['nothing', 'ama', item({}), ''],
  [
    'a hyphen between given names',
    'apa',
    item({author: [{family: 'Sartre', given: 'Jean-Paul Marie'}], title: 'T'}),
    'Sartre, J.-P. M. (n.d.). T.',
  ],
  [
    'a particle and a numeral',
    'ama',
    item({
      author: [{family: 'Berg', given: 'J', 'non-dropping-particle': 'van den', suffix: 'III'}],
      title: 'T',
    }),
    'van den Berg J 3rd. T.',
  ],
  [
    'letters beyond ASCII',
    'ama',
    item({author: [{family: 'Ødegård', given: 'Åse'}], title: 'T'}),
    'Ødegård Å. T.',
  ],
  [
    'initials without stops',
    'apa',
    item({author: [{family: 'Roe', given: 'JM'}], title: 'T'}),
    'Roe, J. M. (n.d.). T.',
  ],
  [
    'a season',
    'vancouver',
    item({title: 'T', 'container-title': 'Spine', issued: {...year(2012), season: 'autumn'}, volume: '3'}),
    'T. Spine. 2012 Fall;3.',
  ],
  [
    'a first edition',
    'ama',
    item({type: 'book', title: 'T', edition: '1st', publisher: 'P', issued: year(2000)}),
    'T. P; 2000.',
  ],
  [
    'a body that publishes its own book',
    'apa',
    item({type: 'book', title: 'T', author: [{literal: 'WHO'}], publisher: 'WHO', issued: year(2000)}),
    'WHO. (2000). T.',
  ],
]

describe('formatCitation', () => {
  it.each(rows)('%s, %s', (_name, style, csl, text) => {
    const before = JSON.stringify(csl)
    expect(formatCitation(csl, style).text).toBe(text)
    expect(JSON.stringify(csl)).toBe(before)
  })

  it.each([
    ['ama', '村上春樹, 김민준, Иванов И.'],
    ['vancouver', '村上春樹, 김민준, Иванов И.'],
    ['apa', '村上春樹, 김민준, & Иванов, И. (2013).'],
  ] as const)('keeps names whole that have no initials, %s', (style, start) => {
    const authors = [
      {family: '村上', given: '春樹'},
      {family: '김', given: '민준'},
      {family: 'Иванов', given: 'Иван'},
    ]
    expect(formatCitation(toCslItem({...shnayderman, authors}), style).text.startsWith(start)).toBe(true)
  })

  it('puts the journal and the volume in italics and links the DOI', () => {
    const {runs} = formatCitation(toCslItem(shnayderman), 'apa')
    expect(runs.filter(({italic}) => italic)).toEqual([
      {text: 'Clinical Rehabilitation', italic: true},
      {text: '27', italic: true},
    ])
    expect(runs.at(-1)).toEqual({
      text: 'https://doi.org/10.1177/0269215512453353',
      link: 'https://doi.org/10.1177/0269215512453353',
    })
    expect(formatCitation(toCslItem(shnayderman), 'vancouver').runs.filter(({italic}) => italic)).toEqual([])
  })

  it('encodes what an address may not hold, and only links web addresses', () => {
    const sici = '10.1002/1520-6777(2001)20:2<167::aid-nau19>3.0.co;2-4'
    expect(formatCitation(item({DOI: sici}), 'ama').runs.at(-1)).toEqual({
      text: sici,
      link: 'https://doi.org/10.1002/1520-6777(2001)20:2%3C167::aid-nau19%3E3.0.co;2-4',
    })
    const {runs} = formatCitation(item({title: 'T', URL: 'javascript:alert(1)'}), 'ama')
    expect(runs.some(({link}) => link !== undefined)).toBe(false)
  })

  it('never prints doubled stops, spaces, or the word undefined, whatever is missing', () => {
    const keys = [
      'author',
      'title',
      'container-title',
      'issued',
      'volume',
      'issue',
      'page',
      'publisher',
      'DOI',
      'URL',
      'accessed',
      'editor',
      'edition',
    ] as const
    const whole: Partial<CslItem> = {...chapter, ...page, volume: '1', issue: '2', DOI: '10.1000/x'}
    for (const type of ['article-journal', 'article-magazine', 'book', 'chapter', 'webpage', 'report']) {
      for (const left of keys) {
        for (const also of keys) {
          const rest = Object.fromEntries(
            Object.entries(whole).filter(([key]) => key !== left && key !== also),
          )
          for (const style of ['ama', 'apa', 'vancouver'] as const) {
            const {text} = formatCitation({...rest, id: 'x', type}, style)
            expect(text).not.toMatch(/undefined|null|\.\.|  |\s[.,;:]|[,;:]\.|\(\)|^[\s.,;:]|\s$/u)
          }
        }
      }
    }
  })
})

describe('toCslItem', () => {
  it('leaves out what is absent, and a day without its month', () => {
    expect(
      toCslItem({_id: 'x', cslType: null, title: '', issued: {year: 2020, day: 5}, authors: []}),
    ).toEqual({
      id: 'x',
      type: 'document',
      issued: {'date-parts': [[2020]]},
    })
  })

  it('takes identifiers, dates and bodies over', () => {
    expect(
      toCslItem({
        _id: 'x',
        authors: [{literal: 'NHS', family: null}],
        accessed: '2026-11-24',
        identifiers: {doi: '10.1000/x', isbn: '9780306406157'},
      }),
    ).toEqual({
      id: 'x',
      type: 'document',
      author: [{literal: 'NHS'}],
      accessed: {'date-parts': [[2026, 11, 24]]},
      DOI: '10.1000/x',
      ISBN: '9780306406157',
    })
  })
})

it('names the styles that there are for one that there is not', () => {
  const [style]: CitationStyle[] = JSON.parse('["mla"]')
  expect(() => formatCitation({id: 'x', type: 'book', title: 'T'}, style ?? 'ama')).toThrow(
    /no citation style “mla”.*ama, apa, vancouver/,
  )
})
