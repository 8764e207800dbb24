export const DOCS = 'Sanity docs, Content Releases API'

export const TYPES = '@sanity/client, types of actions'

export const A = {_id: '~a', _type: '~t'}

export const VERSION = {_id: 'versions.~r.~a', _type: '~t'}

export const DOC = '_.releases.~r'

export const LATER = '2999-01-01T00:00:00.000Z'

export const act = (name: string, members: object = {}): object => ({
  actionType: `release.${name}`,
  releaseId: '~r',
  ...members,
})

export const CREATE = act('create', {metadata: {title: 'R', releaseType: 'asap'}})

export const SCHEDULE = act('schedule', {publishAt: LATER})
