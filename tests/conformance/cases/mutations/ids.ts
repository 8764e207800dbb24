import type {ChangeRow} from '../../suite/changeCase.ts'

/** Cases of mutations: ids. */
export const ids: readonly ChangeRow[] = [
  ...['a b', 'ä', 'a/b', '-a', '.a', 'a..b', 'a'.repeat(129)].map((id): ChangeRow => ({
    rule: `the id ${id.length > 20 ? 'of 129 characters' : JSON.stringify(id)} is refused`,
    source: 'Sanity docs, IDs: "a-zA-Z0-9._-", not beginning with a dash or dot, at most 128 characters',
    mutations: [{create: {_id: id, _type: '~t'}}],
    status: 400,
    error: {type: 'validationError', description: /Document ID/},
  })),
  ...['a', 'A-1_b', 'a.b.c', '0'].map((id): ChangeRow => ({
    rule: `the id ${JSON.stringify(id)} is taken`,
    source: 'Sanity docs, IDs',
    mutations: [{createOrReplace: {_id: `~${id}`, _type: '~t'}}],
    leaves: {[`~${id}`]: {}},
  })),
  {
    rule: 'documents of 1 MB are taken',
    source: 'Sanity docs, Technical limits: a document may have 32 MB',
    mutations: [{create: {_id: '~a', _type: '~t', text: 'x'.repeat(1_000_000)}}],
    params: {returnDocuments: false},
    status: 200,
  },
]
