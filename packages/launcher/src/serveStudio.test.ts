import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, it} from 'vitest'
import {serveStudio} from './serveStudio.ts'

const configuration = {projectId: 'spine', dataset: 'a</script><b>', siteUrl: 'http://localhost:3000'}
let dist: string
let studio: Awaited<ReturnType<typeof serveStudio>>

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'studio-'))
  await mkdir(join(dist, 'static'))
  await writeFile(
    join(dist, 'index.html'),
    '<!doctype html><html><head lang="en"><script src="/static/a.js"></script></head></html>',
  )
  await writeFile(join(dist, 'static', 'a.js'), 'export {}')
  studio = await serveStudio({dist, port: 0, configuration})
})

afterAll(async () => {
  await studio.close()
  await rm(dist, {recursive: true})
})

it('gives every place in the Studio the page with its configuration, in front of the scripts', async () => {
  const page = await (await fetch(`${studio.url}/structure/article;some-id`)).text()
  const json = /globalThis\.__SPINE_STUDIO__=(.*?)<\/script>/.exec(page)?.[1] ?? ''
  expect(JSON.parse(json)).toEqual(configuration)
  expect(page.indexOf('__SPINE_STUDIO__')).toBeLessThan(page.indexOf('/static/a.js'))
})

it('serves scripts with their type, and 404 for one that is not there', async () => {
  const script = await fetch(`${studio.url}/static/a.js`)
  expect(script.headers.get('content-type')).toContain('javascript')
  expect(await script.text()).toBe('export {}')
  expect((await fetch(`${studio.url}/static/missing.js`)).status).toBe(404)
})
