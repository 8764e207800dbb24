import {LakeError} from '../errors/LakeError.ts'
import type {Role, Viewer} from './Viewer.ts'

type Grant = {
  /** The beginning of the sentence that refuses it. */
  what: string
  anybody: boolean
  roles: readonly Role[]
}

const EVERYBODY: readonly Role[] = ['viewer', 'editor', 'administrator', 'deploy']
const PEOPLE: readonly Role[] = ['viewer', 'editor', 'administrator']
const WRITERS: readonly Role[] = ['editor', 'administrator']

/**
 * What there is to be allowed, and who is. `anybody` goes for those without a token too; of documents they see only
 * what is published in a public dataset. The role `deploy` moves content in and out and does nothing else.
 */
const GRANTS = {
  /** What the API and the project are: names no content and nobody. */
  facts: {what: 'This', anybody: true, roles: EVERYBODY},
  signIn: {what: 'Signing in', anybody: true, roles: EVERYBODY},
  read: {what: 'Reading documents', anybody: true, roles: EVERYBODY},
  readAssets: {what: 'Reading assets', anybody: true, roles: EVERYBODY},
  export: {what: 'Exporting', anybody: true, roles: EVERYBODY},
  follow: {what: 'Listening', anybody: true, roles: PEOPLE},
  /** Live events of what is not published, `includeDrafts`. */
  followDrafts: {what: 'Following drafts', anybody: false, roles: PEOPLE},
  /** Which indexes a query used and how many documents they named: counts of what a reader may not see. */
  explain: {what: 'Explaining a query', anybody: false, roles: PEOPLE},
  /** Who one is oneself, and what one may do. */
  self: {what: 'Asking who you are', anybody: false, roles: EVERYBODY},
  settings: {what: 'Keeping settings', anybody: false, roles: PEOPLE},
  people: {what: 'Reading about people', anybody: false, roles: PEOPLE},
  presence: {what: 'Presence', anybody: false, roles: PEOPLE},
  history: {what: 'Reading history', anybody: false, roles: PEOPLE},
  /** Mutations; of the role `deploy` only those of an import. */
  mutate: {what: 'Mutating documents', anybody: false, roles: [...WRITERS, 'deploy']},
  act: {what: 'Acting on documents', anybody: false, roles: WRITERS},
  upload: {what: 'Uploading assets', anybody: false, roles: [...WRITERS, 'deploy']},
  setUpComments: {what: 'Setting up comments', anybody: false, roles: WRITERS},
  /** Changing the lake itself: webhooks, figures, datasets. */
  manage: {what: 'Managing the lake', anybody: false, roles: ['administrator']},
} as const satisfies Record<string, Grant>

/** Something that a reader may be allowed to do. */
export type Permission = keyof typeof GRANTS

/** Whether somebody may do something. */
export function mayDo(viewer: Viewer, permission: Permission): boolean {
  const {anybody, roles}: Grant = GRANTS[permission]
  return viewer.kind === 'anonymous' ? anybody : roles.includes(viewer.role)
}

/**
 * Lets only those through who may.
 * @throws LakeError `unauthorized` without a token, `forbidden` with one of a role that may not.
 */
export function assertMayDo(viewer: Viewer, permission: Permission): void {
  if (mayDo(viewer, permission)) return
  const {what, roles}: Grant = GRANTS[permission]
  // The shape that clients read of a refused write.
  const details =
    permission === 'mutate' || permission === 'act' ? {details: {type: 'mutationError', items: []}} : {}
  if (viewer.kind === 'anonymous') {
    throw new LakeError(
      'unauthorized',
      `${what} needs a token: make one with "lake token create --role ${roles[0]}".`,
      details,
    )
  }
  throw new LakeError(
    'forbidden',
    `${what} needs the role ${roles.join(' or ')}; this token has "${viewer.role}".`,
    details,
  )
}
