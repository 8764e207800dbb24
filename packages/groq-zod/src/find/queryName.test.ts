import {expect, test} from 'vitest'
import {foundQuery} from '../../test-fixtures/foundQuery.ts'
import {importGenerated} from '../../test-fixtures/importGenerated.ts'
import {generate} from '../generate.ts'
import {queryName} from './queryName.ts'

const schema = [
  {
    type: 'document' as const,
    name: 'topic',
    attributes: {
      _id: {type: 'objectAttribute' as const, value: {type: 'string' as const}},
      _type: {type: 'objectAttribute' as const, value: {type: 'string' as const, value: 'topic'}},
    },
  },
]
const names = 'types index checks matching paths query withSchemas z fast objectOf isString default new class'

test.each([false, true])(
  'modules of queries with taken names can be imported, light: %s',
  async (lightModules) => {
    const queries = names
      .split(' ')
      .map((name) => foundQuery(queryName(`${name}Query`), '*[_type == "topic"]{_id, "kind": _type}'))
    const generated = await generate({schema, queries, options: {lightModules, importExtension: '.ts'}})
    const imported = await importGenerated(generated)
    expect([...imported.keys()].toSorted()).toEqual(queries.map(({name}) => name).toSorted())
    const [first] = imported.values()
    expect(first?.schemas.published.parse([{_id: 'a', kind: 'topic'}])).toEqual([{_id: 'a', kind: 'topic'}])
  },
)
