export const DOCS = 'Sanity docs, Actions API'

export const TYPES = '@sanity/client, types of actions'

export const IDS = {draftId: 'drafts.~a', publishedId: '~a'}

export const A = {_id: '~a', _type: '~t'}

export const DRAFT = {_id: 'drafts.~a', _type: '~t'}

export const act = (name: string, members: object = {}): object => ({actionType: name, ...members})
