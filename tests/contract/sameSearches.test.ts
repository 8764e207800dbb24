import type {Content} from '@spine-center/sdk'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {openSampleSources, type SampleSources, type SourceName} from './openSampleSources.ts'

const OTHERS: readonly SourceName[] = ['lake over HTTP', '@sanity/client']

const accented = {
  _id: 'citation-accented',
  _type: 'citation',
  cslType: 'article-journal',
  title: 'Crème brûlée et dos: l’étude, Ärzte (2020) – 50%',
  authors: [{_type: 'citationName', _key: 'n1', family: 'Müller-Lüdenscheidt', given: 'É'}],
  issued: {year: 2020},
  state: 'current',
}

let sources: SampleSources
beforeAll(async () => {
  sources = await openSampleSources([accented])
})
afterAll(() => sources[Symbol.asyncDispose]())

const readAll = (content: Content, text: string) =>
  Promise.all([content.articles({text}), content.exercises({text}), content.citations({text})])

async function idsOf(content: Content, text: string): Promise<readonly (readonly string[])[]> {
  return (await readAll(content, text)).map(({items}) => items.map(({_id: id}) => id))
}

describe('three sources find the same', () => {
  it.each([
    ['nothing in particular', ''],
    ['blanks', ' \t\n'],
    ['punctuation', '!?;:'],
    ['points', '....'],
    ['a hyphen', '-'],
    ['quotes', '"'],
    ['brackets', '([{'],
    ['a backslash', '\\'],
    ['a wildcard alone', '*'],
    ['wildcards', '* *'],
    ['a beginning', 'walk*'],
    ['an ending', '*ing'],
    ['a middle', '*alk*'],
    ['a wildcard within', 'w*k*ng'],
    ['capitals', 'BACK PAIN'],
    ['words and punctuation', 'back, pain!'],
    ['an apostrophe', 'l’étude'],
    ['diacritics', 'Ärzte'],
    ['diacritics in another case', 'ärzte'],
    ['diacritics taken apart', 'A\u0308rzte'],
    ['the letters without them', 'Arzte'],
    ['a beginning with diacritics', 'Crè*'],
    ['a name with a hyphen', 'Müller-Lüdenscheidt'],
    ['a percent sign', '50%'],
    ['an emoji', '😀'],
    ['half an emoji', '\ud83d'],
    ['a word and half an emoji', 'back\ud83d'],
    ['a zero', '\u0000'],
    ['GROQ', '" || true || "'],
    ['a very long word', 'x'.repeat(20_000)],
    ['very many words', 'back '.repeat(4_000)],
  ])('by %s', async (_name, text) => {
    const expected = await idsOf(sources.published['in process'], text)
    for (const name of OTHERS) expect(await idsOf(sources.published[name], text)).toEqual(expected)
  })

  it.each([
    ['', [14, 21, 17]],
    [' ', [14, 21, 17]],
    ['!?;:', [0, 0, 0]],
    ['Ärzte', [0, 0, 1]],
    ['ärzte', [0, 0, 1]],
    ['Crè*', [0, 0, 1]],
  ])('by %j as many as are known', async (text, counts) => {
    const found = await idsOf(sources.published['lake over HTTP'], text)
    expect(found.map(({length}) => length)).toEqual(counts)
  })
})
