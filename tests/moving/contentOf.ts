import {createHash} from 'node:crypto'
import type {SanityClient} from '@sanity/client'

type Stored = Record<string, unknown> & {_id: string; _type: string}

/** What moving content must keep: every document but the marks of its writing, and the bytes of every asset. */
export type Content = {documents: Stored[]; files: Record<string, string>}

/** Reads all that a dataset holds, for comparing it with another. */
export async function contentOf(client: SanityClient): Promise<Content> {
  const all = await client.fetch<Stored[]>('*[] | order(_id)')
  const files: Record<string, string> = {}
  for (const {_type, _id, url} of all) {
    if (!_type.startsWith('sanity.') || typeof url !== 'string') continue
    const response = await fetch(url)
    const bytes = Buffer.from(await response.arrayBuffer())
    files[_id] = `${response.status} ${createHash('sha256').update(bytes).digest('hex')}`
  }
  return {documents: all.map(withoutMarks), files}
}

// The revision and time of a write are of the lake that was written to; so are addresses of files.
function withoutMarks({_rev, _updatedAt, url: _url, ...document}: Stored): Stored {
  // The official import uploads files anew, which makes their documents young.
  if (document._type.startsWith('sanity.')) delete document['_createdAt']
  return document
}
