import {randomBytes} from 'node:crypto'
import {Hono, type Context} from 'hono'
import {answerLakeErrors} from '../assets/answerLakeErrors.ts'
import {LakeError} from '../errors/LakeError.ts'
import {isForwarded} from '../http/isForwarded.ts'
import {readText} from '../http/readBody.ts'
import type {People, Person} from './createPeople.ts'
import {loginPageHeaders, renderLoginPage} from './loginPage.ts'
import {createSecretBox} from './SecretBox.ts'

export type LoginOptions = {
  people: People
  clock: () => Date
  /** Whether pages of this origin may talk to the lake: only there is anybody sent back with a session. */
  isOriginAllowed: (origin: string) => boolean
  /** Only where the lake listens to this machine alone: the login asks no password. */
  hasLogin: boolean
}

const SIGN_IN_MS = 60_000
const FORM_MS = 15 * 60_000
const MAX_FORM_BYTES = 16_384
const COOKIE = 'lake_login'
const loopbackNames: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

function assertLocal(request: Request, hasLogin: boolean): void {
  const {hostname} = new URL(request.url)
  const named = loopbackNames.includes(hostname) || hostname.endsWith('.localhost')
  if (hasLogin && named && !isForwarded(request.headers.keys())) return
  throw new LakeError(
    'forbidden',
    'The development login works only on the machine that the lake runs on, and not through a proxy or with --no-login. Open the Studio there, or use a token.',
  )
}

/** Where to go back to: what the Studio gave, if its origin is allowed; else this would send sessions to strangers. */
function readReturnTo(c: Context, isOriginAllowed: LoginOptions['isOriginAllowed']): string {
  const given = c.req.query('origin') ?? ''
  const url = URL.canParse(given) ? new URL(given) : null
  if (!url || !['http:', 'https:'].includes(url.protocol) || !isOriginAllowed(url.origin)) {
    throw new LakeError(
      'badRequest',
      `The login cannot lead back to "${given}": its origin is not allowed. Allow it with --allow-origin.`,
    )
  }
  return `${url.origin}${url.pathname}${url.search}`
}

/** A form that another site sends off in somebody's browser says so itself, in every browser of today. */
function assertOwnForm(request: Request): void {
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  const foreign =
    (site !== null && site !== 'same-origin') || (origin !== null && origin !== new URL(request.url).origin)
  if (foreign)
    throw new LakeError('forbidden', 'The login form was sent from another page. Open the login again.')
}

function readCookie(request: Request): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([name]) => name === COOKIE)?.[1]
}

function choose(people: People, form: URLSearchParams): Person {
  const text = (name: string) => form.get(name) ?? ''
  const user = text('user')
  if (user === '') return people.create({name: text('name'), email: text('email')})
  const person = people.find(user)
  if (!person) throw new LakeError('badRequest', 'That person is not there any more. Choose again.')
  return person
}

/**
 * The development login: a page that asks who you are, the way back with a `sid`, and its exchange for a token.
 * Everything in memory here is good once and for a short time.
 */
export function createLoginRoutes({people, clock, isOriginAllowed, hasLogin}: LoginOptions): Hono {
  const forms = createSecretBox<{cookie: string}>(FORM_MS, clock)
  const signIns = createSecretBox<{userId: string}>(SIGN_IN_MS, clock)
  const app = new Hono()
  app.onError(answerLakeErrors)

  const showPage = (c: Context, returnTo: string, problem?: string) => {
    const cookie = randomBytes(18).toString('base64url')
    const formSecret = forms.issue({cookie})
    const page = renderLoginPage({
      people: people.list(),
      formSecret,
      returnTo,
      ...(problem === undefined ? {} : {problem}),
    })
    return c.body(page, problem === undefined ? 200 : 400, {
      ...loginPageHeaders(returnTo),
      'set-cookie': `${COOKIE}=${cookie}; HttpOnly; SameSite=Strict; Path=/; Max-Age=${FORM_MS / 1000}`,
    })
  }

  app.get('/auth/login/local', (c) => {
    assertLocal(c.req.raw, hasLogin)
    return showPage(c, readReturnTo(c, isOriginAllowed))
  })

  app.post('/auth/login/local', async (c) => {
    assertLocal(c.req.raw, hasLogin)
    const returnTo = readReturnTo(c, isOriginAllowed)
    assertOwnForm(c.req.raw)
    // What cannot be read holds no secret of ours, and so is no form of ours.
    const sent = await readText(c.req.raw, {maxBodyBytes: MAX_FORM_BYTES}).catch(() => '')
    const form = new URLSearchParams(sent)
    const held = forms.redeem(form.get('form') ?? '')
    if (!held || held.cookie !== readCookie(c.req.raw)) {
      return showPage(c, returnTo, 'This page was open for too long, or in two places. Try again.')
    }
    try {
      const sid = signIns.issue({userId: choose(people, form).id})
      return c.body(null, 302, {location: `${returnTo}#sid=${sid}`, 'cache-control': 'no-store'})
    } catch (error) {
      if (error instanceof LakeError) return showPage(c, returnTo, error.message)
      throw error
    }
  })

  app.get('/auth/fetch', (c) => {
    const held = signIns.redeem(c.req.query('sid') ?? '')
    if (!held) throw new LakeError('unauthorized', 'This sign-in is used up or too old. Sign in again.')
    return Response.json({token: people.createSession(held.userId)}, {headers: {'cache-control': 'no-store'}})
  })
  return app
}
