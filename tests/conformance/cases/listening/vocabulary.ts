export const DOCS = 'Sanity docs, Listening API'

export const TYPES = '@sanity/client, MutationEvent'

export const set = (id: string, members: object): object => ({patch: {id, set: members}})

export const create = (id: string, members: object = {}): object => ({
  create: {_id: id, _type: '~t', ...members},
})
