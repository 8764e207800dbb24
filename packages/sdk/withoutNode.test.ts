import {createContext, runInContext} from 'node:vm'
import {build} from 'esbuild'
import {describe, expect, it} from 'vitest'
import {clinicDocuments} from './src/testing/clinic.fixture.ts'

// What browsers, workers and edge runtimes have; no process, no Buffer, no require.
const webGlobals = {
  AbortController,
  AbortSignal,
  Headers,
  Response,
  TextDecoder,
  TextEncoder,
  URL,
  URLSearchParams,
  atob,
  btoa,
  clearTimeout,
  setTimeout,
  structuredClone,
}

const code = `
import {createContent} from './src/index.ts'
import {createDocumentsSource} from './src/testing/createDocumentsSource.ts'

// The documents answer as a lake would, over a fetch.
globalThis.main = async (documents) => {
  const source = createDocumentsSource(documents, () => Date.UTC(2026, 10, 24))
  const fetch = async (url) => {
    const {searchParams} = new URL(url)
    const params = {}
    for (const [name, value] of searchParams) if (name.startsWith('$')) params[name.slice(1)] = JSON.parse(value)
    return Response.json(await source.fetch({query: searchParams.get('query'), params, perspective: 'published'}))
  }
  const content = createContent({url: 'http://lake', dataset: 'production', fetch})
  const {exercises} = await content.screen({profile: {osteoporosis: 'present'}, at: '2026-11-24T09:00:00Z'})
  const pages = await content.articles({limit: 1})
  const article = await content.article('moving')
  return JSON.stringify({
    title: article.title,
    next: (await content.articles({limit: 1, cursor: pages.nextCursor})).items[0].slug,
    verdicts: exercises.map(({verdict}) => verdict),
  })
}`

describe('the SDK in a realm without Node', () => {
  it('reads, pages, validates and screens', async () => {
    const {outputFiles} = await build({
      stdin: {contents: code, resolveDir: import.meta.dirname, loader: 'ts'},
      bundle: true,
      write: false,
      format: 'iife',
      platform: 'neutral',
      target: 'es2022',
    })
    // Code generation from strings is switched off, as a content security policy does.
    const realm = createContext({...webGlobals}, {codeGeneration: {strings: false, wasm: false}})
    runInContext(outputFiles[0]?.text ?? '', realm)
    const main: unknown = realm['main']
    if (typeof main !== 'function') throw new Error('The bundle defines no main.')
    const answer: unknown = await main(structuredClone(clinicDocuments))
    expect(JSON.parse(String(answer))).toEqual({
      title: 'Moving with back pain',
      next: 'lifting',
      verdicts: ['no-restriction-recorded', 'avoid'],
    })
  })
})
