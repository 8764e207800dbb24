import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {isRecord} from '../validation/isRecord.ts'
import {isProse} from './isProse.ts'

const schema: unknown = JSON.parse(
  readFileSync(new URL('../../../schema/schema.json', import.meta.url), 'utf8'),
)

/** Names of members, with what texts they hold: free ones, or those of a closed list. */
function collect(type: unknown, name: string, into: Map<string, Set<'free' | 'closed'>>): void {
  if (Array.isArray(type)) {
    for (const one of type) collect(one, name, into)
    return
  }
  if (!isRecord(type)) return
  if (type['type'] === 'string') {
    const kinds = into.get(name) ?? new Set()
    into.set(name, kinds.add('value' in type ? 'closed' : 'free'))
    return
  }
  collect(type['of'], name, into)
  collect(type['value'], name, into)
  if (!isRecord(type['attributes'])) return
  for (const [member, attribute] of Object.entries(type['attributes'])) collect(attribute, member, into)
}

const texts = new Map<string, Set<'free' | 'closed'>>()
for (const type of Array.isArray(schema) ? schema : []) collect(type, '', texts)

const at = (...sourcePath: unknown[]) => ({sourceDocument: {_type: 'article'}, sourcePath, value: 'Walk.'})

describe('what a preview marks', () => {
  it('is no text of a closed list, no key, identifier, date or address of the schema', () => {
    const marked = [...texts].filter(([name]) => isProse(at(name)))
    expect(marked.filter(([, kinds]) => kinds.has('closed'))).toEqual([])
    const never = [
      '_id',
      '_key',
      '_ref',
      '_type',
      'current',
      'href',
      'url',
      'publishedAt',
      'key',
      'kind',
      'role',
      'language',
    ]
    expect(never.filter((name) => texts.has(name) && isProse(at(name)))).toEqual([])
    expect(marked.length).toBeGreaterThan(30)
  })

  it('is in the schema', () => {
    for (const name of ['title', 'summary', 'keyMessages', 'text', 'heading'])
      expect(texts.has(name)).toBe(true)
  })

  it.each([
    [at('title'), true],
    [at('body', {_key: 'a', _index: -1}, 'children', {_key: 'b', _index: -1}, 'text'), true],
    [at('keyMessages', 2), true],
    [at('slug', 'current'), false],
    [at('body', {_key: 'a', _index: -1}, 'style'), false],
    [{...at('title'), sourceDocument: {_type: 'citation'}}, false],
    [{...at('title'), value: ''}, false],
    [{...at('title'), value: ' \n'}, false],
  ])('%j: %s', (source, expected) => expect(isProse(source)).toBe(expected))
})
