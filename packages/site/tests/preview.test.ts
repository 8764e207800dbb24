import {createClient, type SanityClient} from '@sanity/client'
import {stegaClean} from '@sanity/client/stega'
import {createPreviewSecret} from '@sanity/preview-url-secret/create-secret'
import {startLake, type RunningLake} from '@spine-center/lake'
import {importSample} from '@spine-center/sample'
import {parse, type DefaultTreeAdapterTypes as Tree} from 'parse5'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {startSite, type RunningSite} from '../src/index.ts'

const STUDIO = 'http://localhost:3333'
const PATH = '/articles/exercising-with-back-pain'
const DRAFT_TITLE = 'A title that nobody has published'

let lake: RunningLake
let site: RunningSite
let editor: SanityClient
let cookie: string

beforeAll(async () => {
  lake = await startLake({port: 0, projectId: 'spine', dataset: 'production'})
  const token = lake.createToken({role: 'editor', label: 'preview test'})
  await importSample({url: lake.url, dataset: 'production', token})
  site = await startSite({
    port: 0,
    lakeUrl: lake.url,
    studioUrl: STUDIO,
    previewToken: lake.createToken({role: 'viewer', label: 'site'}),
  })
  editor = createClient({
    apiHost: lake.url,
    useProjectHostname: false,
    projectId: 'spine',
    dataset: 'production',
    apiVersion: '2025-02-19',
    useCdn: false,
    token,
  })
  const article = await editor.fetch<{_id: string; _type: string}>(
    '*[_type == "article" && slug.current == "exercising-with-back-pain"][0]',
  )
  await editor.create({...article, _id: `drafts.${article._id}`, title: DRAFT_TITLE})
  cookie = cookieOf(await open(await secret()))
})

afterAll(async () => {
  await site.close()
  await lake.close()
})

const secret = async (): Promise<string> =>
  (await createPreviewSecret(editor, 'the test', `${STUDIO}/preview`)).secret

function open(secretText: string, path = PATH, perspective = 'drafts'): Promise<Response> {
  const search = new URLSearchParams({
    'sanity-preview-secret': secretText,
    'sanity-preview-pathname': path,
    'sanity-preview-perspective': perspective,
  })
  return fetch(`${site.url}/preview/enable?${search.toString()}`, {redirect: 'manual'})
}

const cookieOf = (response: Response): string => response.headers.get('set-cookie')?.split(';')[0] ?? ''

const visit = (path: string, init: RequestInit = {}): Promise<Response> => fetch(site.url + path, init)

const preview = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(site.url + path, {...init, headers: {cookie}})

/** Texts that carry a mark: attributes as `tag@name`, others by the element they stand in. */
function markedIn(markup: string): string[] {
  const found: string[] = []
  const visitNode = (node: Tree.Node, within: string): void => {
    if ('value' in node && node.value !== stegaClean(node.value)) found.push(within)
    if ('attrs' in node) {
      for (const {name, value} of node.attrs)
        if (value !== stegaClean(value)) found.push(`${node.tagName}@${name}`)
    }
    if ('childNodes' in node) {
      for (const child of node.childNodes) visitNode(child, 'tagName' in node ? node.tagName : within)
    }
  }
  visitNode(parse(markup), 'document')
  return found
}

describe('a visitor', () => {
  it('sees what is published, without marks, scripts or leave to see more', async () => {
    const response = await visit(PATH)
    const page = await response.text()
    expect(page).not.toContain(DRAFT_TITLE)
    expect(page).not.toContain('/preview/')
    expect(markedIn(page)).toEqual([])
    expect(response.headers.get('content-security-policy')).not.toContain('script-src')
    expect(response.headers.get('set-cookie')).toBeNull()
  })

  it.each(['/preview/overlays.js', '/preview/overlays.css'])('gets no %s', async (path) => {
    expect((await visit(path)).status).toBe(404)
  })

  it.each(['preview=', 'preview=guess', 'preview=../x', 'other=1'])(
    'is one with the cookie %s',
    async (guess) => {
      const page = await (await visit(PATH, {headers: {cookie: guess}})).text()
      expect(page).not.toContain(DRAFT_TITLE)
    },
  )

  it.each(['', 'wrong', '*', '" || true || "'])('cannot open a preview with the secret %j', async (guess) => {
    const response = await open(guess)
    expect([response.status, response.headers.get('set-cookie')]).toEqual([401, null])
  })

  it('cannot use a secret that the Studio has taken back', async () => {
    const given = await secret()
    await editor.delete({query: '*[_type == "sanity.previewUrlSecret" && secret == $given]', params: {given}})
    expect((await open(given)).status).toBe(401)
  })

  it('cannot change what a session shows', async () => {
    expect((await visit('/preview/perspective', {method: 'POST', body: 'drafts'})).status).toBe(404)
  })
})

describe('an editor whom the Studio has sent', () => {
  it('gets a cookie that no script can read', async () => {
    const response = await open(await secret())
    expect([response.status, response.headers.get('location')]).toEqual([307, PATH])
    expect(response.headers.get('set-cookie')).toMatch(/^preview=[\w-]{32}; .*HttpOnly/u)
    expect(response.headers.get('set-cookie')).toContain('SameSite=Lax')
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  it('sees drafts, in pages that no cache keeps and no search engine lists', async () => {
    const response = await preview(PATH)
    const page = await response.text()
    expect(stegaClean(page)).toContain(DRAFT_TITLE)
    expect(page).toContain('src="/preview/overlays.js"')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-robots-tag')).toBe('noindex')
    expect(page).not.toContain('application/ld+json')
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'")
  })

  it.each([PATH, '/', '/articles', '/exercises', '/get-help', '/screening'])(
    'finds marks on %s in what is read, nowhere else',
    async (path) => {
      const response = await preview(path)
      expect(response.status).toBe(200)
      const marked = markedIn(await response.text())
      const allowed =
        /^(?:h\d|p|a|span|li|dt|dd|strong|em|summary|div|td|th|cite|figcaption|caption|button|label|legend|option|time|small|b|i|q|blockquote)$|@(?:alt|aria-label)$/u
      expect(marked.filter((place) => !allowed.test(place))).toEqual([])
    },
  )

  it('finds an exercise with marks in its title', async () => {
    const page = await (await preview('/exercises')).text()
    const path = /href="(\/exercises\/[^"?]+)"/u.exec(page)?.[1] ?? ''
    expect(markedIn(await (await preview(path)).text())).toContain('h1')
  })

  it('gets the overlays', async () => {
    const [script, style] = await Promise.all([
      preview('/preview/overlays.js'),
      preview('/preview/overlays.css'),
    ])
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect((await script.text()).length).toBeGreaterThan(100_000)
    expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8')
  })

  it('is told what a draft lacks, and where to write it', async () => {
    const id = await editor.fetch<string>(
      '*[title == $title][0]._id',
      {title: DRAFT_TITLE},
      {perspective: 'raw'},
    )
    await editor.patch(id).unset(['summary']).commit()
    const response = await preview(PATH)
    const page = await response.text()
    await editor.patch(id).set({summary: 'A summary'}).commit()
    expect(response.status).toBe(500)
    expect(page).toContain('summary')
    expect(page).toContain(STUDIO)
  })

  it('sees what is published when the Studio shows that, and drafts again afterwards', async () => {
    const own = cookieOf(await open(await secret()))
    const see = async (): Promise<boolean> => {
      const page = await (await fetch(site.url + PATH, {headers: {cookie: own}})).text()
      return stegaClean(page).includes(DRAFT_TITLE)
    }
    const change = (perspective: string): Promise<Response> =>
      fetch(`${site.url}/preview/perspective`, {method: 'POST', body: perspective, headers: {cookie: own}})
    expect(await see()).toBe(true)
    expect((await change('published')).status).toBe(204)
    expect(await see()).toBe(false)
    await change('drafts')
    expect(await see()).toBe(true)
    await fetch(`${site.url}/preview/disable`, {redirect: 'manual', headers: {cookie: own}})
    expect(await see()).toBe(false)
  })

  it.each(['https://evil.example/', '//evil.example/', '/\\evil.example', 'http://localhost//evil.example'])(
    'is never sent to %s',
    async (path) => {
      const response = await open(await secret(), path)
      expect(response.headers.get('location')).toMatch(/^\/(?![/\\])/u)
    },
  )
})
