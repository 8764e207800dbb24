import {Hono, type Context} from 'hono'
import {answerLakeErrors} from '../assets/answerLakeErrors.ts'
import type {Role, Viewer} from '../access/Viewer.ts'
import {LakeError} from '../errors/LakeError.ts'
import {readJson} from '../http/readBody.ts'
import type {LakeLimits} from '../LakeLimits.ts'
import type {Person} from './createPeople.ts'
import {createLoginRoutes, type LoginOptions} from './loginRoutes.ts'

export type PeopleRoutesOptions = LoginOptions & {
  projectId: string
  limits: Pick<LakeLimits, 'maxBodyBytes' | 'maxJsonDepth'>
  /** Who sends a request, be it a person or a program. */
  identify: (request: Request) => Viewer
  /** Programs with a token, which act under an id and a label of their own. */
  findRobot: (id: string) => {id: string; label: string; role: Role; createdAt: string} | undefined
}

const roleTitles: Record<Role, string> = {
  administrator: 'Administrator',
  deploy: 'Deploy',
  editor: 'Editor',
  viewer: 'Viewer',
}

function toRoles(role: Role) {
  return [{name: role, title: roleTitles[role]}]
}

function toProfile({id, name, email, role, createdAt}: Person) {
  return {
    id,
    projectId: null,
    displayName: name,
    familyName: null,
    givenName: null,
    middleName: null,
    email,
    imageUrl: null,
    createdAt,
    updatedAt: createdAt,
    isCurrentUser: false,
    role,
  }
}

/**
 * The routes of people: login, who is signed in, who others are, and what the Studio remembers for each; without a
 * version in front.
 *
 * @example
 * ```ts
 * app.route('/:version', createPeopleRoutes({people, projectId: 'spine', identify, findRobot, clock, …}))
 * ```
 */
export function createPeopleRoutes(options: PeopleRoutesOptions): Hono {
  const {people, identify, findRobot, projectId} = options
  const app = new Hono()
  app.onError(answerLakeErrors)
  app.route('/', createLoginRoutes(options))

  const demandMember = (c: Context) => {
    const viewer = identify(c.req.raw)
    if (viewer.kind === 'member') return viewer
    throw new LakeError('unauthorized', 'This needs somebody who is signed in. Sign in, or send a token.')
  }
  const findUser = (id: string): Person | undefined => {
    const robot = findRobot(id)
    return people.find(id) ?? (robot && {...robot, name: robot.label, email: ''})
  }
  const demandProject = (c: Context) => {
    const project = c.req.param('project')
    if (project !== projectId)
      throw new LakeError('notFound', `There is no project "${project}" here, only "${projectId}".`)
  }

  app.get('/auth/providers', (c) => {
    // Every version answers the login; the first is the one that Sanity's own providers name.
    const url = `${new URL(c.req.url).origin}/v1/auth/login/local`
    const providers = options.hasLogin ? [{name: 'local', title: 'This machine', url}] : []
    return Response.json({providers, thirdPartyLogin: false})
  })
  app.get('/auth/id', (c) => Response.json({id: demandMember(c).userId}))
  app.post('/auth/logout', (c) => {
    const [, token] = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '') ?? []
    if (token !== undefined) people.endSession(token)
    return Response.json({})
  })

  app.get('/users/me', (c) => {
    const viewer = identify(c.req.raw)
    // Signed out is no error: the Studio asks before anybody can have signed in.
    if (viewer.kind !== 'member' && c.req.header('authorization') === undefined) return Response.json({})
    const {userId, role} = demandMember(c)
    const {name = userId, email = ''} = findUser(userId) ?? {}
    const provider = people.find(userId) ? 'local' : 'sanity-token'
    return Response.json({id: userId, name, email, role, roles: toRoles(role), provider, profileImage: null})
  })
  app.get('/users/me/keyvalue', (c) => Response.json(people.keyValues.get(demandMember(c).userId)))
  app.get('/users/me/keyvalue/:keys', (c) =>
    Response.json(people.keyValues.get(demandMember(c).userId, c.req.param('keys').split(','))),
  )
  app.put('/users/me/keyvalue', async (c) => {
    const {userId} = demandMember(c)
    return Response.json(people.keyValues.put(userId, await readJson(c.req.raw, options.limits)))
  })
  app.get('/users/:ids', (c) => {
    demandMember(c)
    const ids = c.req.param('ids').split(',')
    const found = ids.flatMap((id) => findUser(id) ?? []).map(toProfile)
    if (ids.length > 1) return Response.json(found)
    if (!found[0]) throw new LakeError('notFound', `There is no user "${ids[0]}".`)
    return Response.json(found[0])
  })

  app.get('/projects/:project/users', (c) => {
    demandProject(c)
    demandMember(c)
    return Response.json(people.list().map(toProfile))
  })
  app.get('/projects/:project/roles', (c) => {
    demandProject(c)
    demandMember(c)
    const roles = Object.entries(roleTitles).map(([name, title]) => ({name, title, isCustom: false}))
    return Response.json(roles)
  })
  return app
}

/** The `members` of a project: the Studio offers the people for mentions and tasks, the `sanity` command lists all. */
export function listProjectMembers(
  people: LoginOptions['people'],
  robots: readonly {id: string; role: Role}[],
  viewer: Viewer,
) {
  const toMember = ({id, role}: {id: string; role: Role}, isRobot: boolean) => ({
    id,
    role,
    roles: toRoles(role),
    isRobot,
    isCurrentUser: viewer.kind === 'member' && viewer.userId === id,
  })
  return [
    ...people.list().map((person) => toMember(person, false)),
    ...robots.map((robot) => toMember(robot, true)),
  ]
}
