import {createClient} from '@sanity/client'
import type {SanityClient} from '@sanity/client'
import {evaluate, parse} from 'groq-js'
import type {ContentDocument} from './validateContent.ts'

/**
 * A Sanity client whose dataset is a list of documents: its requests never leave the process, queries are
 * evaluated by groq-js. Validation rules ask it what a Studio would ask the lake.
 */
export function createListClient(documents: readonly ContentDocument[]): SanityClient {
  const published = documents.filter(({_id: id}) => !/^(drafts|versions)\./.test(id))
  const bySlug = indexBySlug(documents)

  const answer = async (address: string) => {
    const url = new URL(address)
    const query = url.searchParams.get('query')
    if (query === null) return Response.json({message: `Not available here: ${url.pathname}`}, {status: 404})
    const params = readParams(url.searchParams)
    const all = url.searchParams.get('perspective') === 'published' ? published : documents
    // The uniqueness rule asks for one slug at a time; without the index many documents take quadratic time.
    const slug = query.includes('.current == $slug') ? params['slug'] : undefined
    const dataset = typeof slug === 'string' ? (bySlug.get(slug) ?? []) : all
    const value = await evaluate(parse(query, {params}), {dataset, params})
    return Response.json({result: await value.get(), ms: 0})
  }

  return createClient({
    projectId: 'list',
    dataset: 'list',
    apiVersion: '2025-02-19',
    useCdn: false,
    resolveFetch: () => (input) => answer(input),
  })
}

function readParams(search: URLSearchParams): Record<string, unknown> {
  const entries = [...search].filter(([name]) => name.startsWith('$'))
  return Object.fromEntries(entries.map(([name, value]) => [name.slice(1), JSON.parse(value)]))
}

function indexBySlug(documents: readonly ContentDocument[]): Map<string, ContentDocument[]> {
  const index = new Map<string, ContentDocument[]>()
  for (const document of documents) {
    const {slug} = document
    if (typeof slug !== 'object' || slug === null || !('current' in slug)) continue
    if (typeof slug.current !== 'string') continue
    index.set(slug.current, [...(index.get(slug.current) ?? []), document])
  }
  return index
}
