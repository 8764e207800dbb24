import {describe, expect, it} from 'vitest'
import type {BodyBlock, MarkDefinition, TextBlock} from './bodyBlocks.ts'
import {parseElements, parseText} from './parseHtml.fixture.ts'
import {toHtml} from './toHtml.ts'

const squeeze = (source: string) =>
  source
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/\s*(<[^>]+?)\s*>\s*/gu, '$1>')
    .trim()

const text = (words: string, fields: Partial<TextBlock> = {}): TextBlock => ({
  _type: 'block',
  children: [{_type: 'span', text: words}],
  ...fields,
})
const marked = (words: string, definition: MarkDefinition): TextBlock => ({
  _type: 'block',
  children: [{_type: 'span', text: words, marks: [definition._key]}],
  markDefs: [definition],
})
const cite = (citation: string, locator?: string) => ({_type: 'citationRef' as const, citation, locator})
const sources = {
  citations: [
    {_id: 'a', title: 'A trial'},
    {_id: 'b', title: 'A review'},
    {_id: 'never-used', title: 'Not cited'},
  ],
}

describe('text', () => {
  it.each<[string, BodyBlock[], string]>([
    ['paragraph', [text('Walk.')], '<p>Walk.</p>'],
    ['nothing for an empty one', [text('  ')], ''],
    ['line break', [text('a\nb')], '<p>a<br />b</p>'],
    ['quote', [text('Walk.', {style: 'blockquote'})], '<blockquote><p>Walk.</p></blockquote>'],
    ['heading', [text('Walk first', {style: 'h2'})], '<h2 id="walk-first">Walk first</h2>'],
    [
      'marks within marks',
      [
        {
          _type: 'block',
          children: [
            {_type: 'span', text: 'a', marks: ['em', 'strong']},
            {_type: 'span', text: 'b', marks: ['strong']},
            {_type: 'span', text: 'c'},
          ],
        },
      ],
      '<p><strong><em>a</em>b</strong>c</p>',
    ],
    [
      'lists within lists',
      [
        text('a', {listItem: 'bullet', level: 1}),
        text('b', {listItem: 'number', level: 2}),
        text('c', {listItem: 'bullet', level: 1}),
        text('d', {listItem: 'number', level: 1}),
      ],
      '<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul><ol><li>d</li></ol>',
    ],
    [
      'link',
      [marked('here', {_type: 'link', _key: 'l', href: '/a?b&c'})],
      '<p><a href="/a?b&amp;c">here</a></p>',
    ],
  ])('%s', (_name, body, expected) => {
    expect(squeeze(toHtml(body).html)).toBe(expected)
  })

  it('shows an unsafe link as plain text and reports it', () => {
    const {html, problems} = toHtml([
      {...marked('here', {_type: 'link', _key: 'l', href: 'javascript:x'}), _key: 'k'},
    ])
    expect(html).toBe('<p>here</p>')
    expect(problems).toMatchObject([{code: 'unsafe-url', blockKey: 'k', blockType: 'block'}])
  })

  it('reports addresses of pages that no page may link to', () => {
    const exercises = [
      {_id: 'e', title: 'Hinge', stopIf: [{text: 'It hurts', carePathway: {_id: 'c', heading: 'Get help'}}]},
    ]
    const {html, problems} = toHtml([{_type: 'exerciseCard', _key: 'k', exercise: 'e'}], {
      exercises,
      exerciseUrl: ({_id: id}) => `exercises/${id}`,
      carePathwayUrl: () => 'help',
    })
    expect(html).not.toContain('href')
    expect(problems.map(({code, message}) => [code, /“(.*?)”/u.exec(message)?.[1]])).toEqual([
      ['unsafe-url', 'exercises/e'],
      ['unsafe-url', 'help'],
    ])
  })

  it.each([
    [
      'unknown-mark',
      [{_type: 'block' as const, children: [{_type: 'span' as const, text: 'x', marks: ['glow']}]}],
    ],
    ['unknown-style', [text('x', {style: 'shout'})]],
    ['heading-skipped', [text('x', {style: 'h3'})]],
  ])('keeps the text at %s', (code, body) => {
    const {html, problems} = toHtml(body)
    expect(parseText(html)).toBe('x')
    expect(problems).toMatchObject([{code}])
  })

  it('keeps the text of a block that it does not know', () => {
    const body: BodyBlock[] = JSON.parse('[{"_type":"carousel","_key":"k","heading":"See <this>","count":3}]')
    const {html, problems} = toHtml(body)
    expect(html).toBe('<p>See &lt;this&gt;</p>')
    expect(problems).toMatchObject([{code: 'unknown-block', blockKey: 'k', blockType: 'carousel'}])
  })
})

describe('headings', () => {
  it('start below the page and never skip a level', () => {
    const body = [text('A', {style: 'h2'}), text('B', {style: 'h3'}), text('A', {style: 'h2'})]
    expect(toHtml(body, {headingOffset: 1}).headings).toEqual([
      {level: 3, text: 'A', anchor: 'a'},
      {level: 4, text: 'B', anchor: 'b'},
      {level: 3, text: 'A', anchor: 'a-2'},
    ])
    expect(toHtml(body, {idPrefix: 'x-'}).headings[0]?.anchor).toBe('x-a')
  })
})

describe('references', () => {
  it('are numbered in the order of first use and keep their number', () => {
    const body: BodyBlock[] = [
      {
        _type: 'block',
        children: [{_type: 'span', text: 'One.'}, cite('b'), {_type: 'span', text: ''}, cite('a', 'p 3')],
      },
      {_type: 'block', children: [{_type: 'span', text: 'Two.'}, cite('b')]},
    ]
    const {html, references, problems} = toHtml(body, sources)
    expect(parseText(html)).toBe('One.1,2(p 3) Two.1')
    expect(references).toEqual([
      {number: 1, citation: sources.citations[1], anchor: 'reference-1', uses: ['cited-1-1', 'cited-1-2']},
      {number: 2, citation: sources.citations[0], anchor: 'reference-2', uses: ['cited-2-1']},
    ])
    expect(problems).toEqual([])
    const links = parseElements(html).filter(({name}) => name === 'a')
    expect(
      links.map(({attributes}) => [attributes['href'], attributes['aria-label'], attributes['id']]),
    ).toEqual([
      ['#reference-1', 'Reference 1', 'cited-1-1'],
      ['#reference-2', 'Reference 2', 'cited-2-1'],
      ['#reference-1', 'Reference 1', 'cited-1-2'],
    ])
  })

  it('of a source that is not there are left out and reported', () => {
    const {html, references, problems} = toHtml(
      [{_type: 'block', children: [{_type: 'span', text: 'One.'}, cite('gone')]}],
      sources,
    )
    expect(html).toBe('<p>One.</p>')
    expect(references).toEqual([])
    expect(problems).toMatchObject([{code: 'missing-document'}])
  })
})

describe('claims', () => {
  const claimBlock = marked('Most people', {_type: 'claimMark', _key: 'm', claimKey: 'c1'})

  it.each([
    ['unsupported', 'Most people (no source found)'],
    ['disputed', 'Most people (disputed)'],
    ['opinion', 'Most people (opinion)'],
    ['supported', 'Most people'],
  ] as const)('that are %s say so in words', (status, expected) => {
    expect(parseText(toHtml([claimBlock], {claims: [{_key: 'c1', status}]}).html)).toBe(expected)
  })

  it('lend their sources to a figure shown large', () => {
    const {html, references} = toHtml([{_type: 'pullStat', value: '13', text: 'trials', claimKey: 'c1'}], {
      ...sources,
      claims: [
        {
          _key: 'c1',
          status: 'disputed',
          evidence: [
            {citation: 'a', stance: 'supports'},
            {citation: 'b', stance: 'opposes'},
          ],
        },
      ],
    })
    expect(parseText(html)).toBe('13 trials1 (disputed)')
    expect(references.map(({citation}) => citation._id)).toEqual(['a'])
  })

  it('that the article does not list are reported', () => {
    expect(toHtml([claimBlock]).problems).toMatchObject([{code: 'missing-document'}])
  })
})

describe('glossary terms', () => {
  const core = {_id: 't', term: 'Core', definition: 'Muscles of the trunk.'}
  it('link to their meaning, but never inside another link', () => {
    const {html, glossary} = toHtml([
      {
        _type: 'block',
        children: [
          {_type: 'span', text: 'core', marks: ['g']},
          {_type: 'span', text: ' or ', marks: ['l']},
          {_type: 'span', text: 'core', marks: ['l', 'g']},
        ],
        markDefs: [
          {_type: 'glossaryMark', _key: 'g', term: core},
          {_type: 'link', _key: 'l', href: '/core'},
        ],
      },
    ])
    expect(glossary).toEqual([
      {term: 'Core', definition: 'Muscles of the trunk.', anchor: 'term-core', uses: ['explained-core']},
    ])
    const links = parseElements(html).filter(({name}) => name === 'a')
    expect(links.map(({attributes, parents}) => [attributes['href'], parents.includes('a')])).toEqual([
      ['#term-core', false],
      ['/core', false],
    ])
  })
})
