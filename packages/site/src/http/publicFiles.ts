import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import type {Context} from 'hono'

const TYPES = {
  'site.css': 'text/css; charset=utf-8',
  'favicon.svg': 'image/svg+xml',
} as const

/** A file that ships with the site. */
export type PublicFile = keyof typeof TYPES

interface LoadedFile {
  readonly body: string
  readonly etag: string
}

const loaded = new Map<PublicFile, LoadedFile>()

function load(name: PublicFile): LoadedFile {
  const known = loaded.get(name)
  if (known) return known
  const body = readFileSync(new URL(`../public/${name}`, import.meta.url), 'utf8')
  const file = {body, etag: createHash('sha256').update(body).digest('base64url').slice(0, 16)}
  loaded.set(name, file)
  return file
}

/** The address of a file, which changes with what is in it. */
export function publicFileUrl(name: PublicFile): string {
  return `/${name}?v=${load(name).etag}`
}

/** Answers with a file; a browser that has it already is told so. */
export function servePublicFile(context: Context, name: PublicFile): Response {
  const {body, etag} = load(name)
  const isVersioned = context.req.query('v') === etag
  const headers = {
    etag: `"${etag}"`,
    'content-type': TYPES[name],
    'cache-control': isVersioned ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
  }
  if (context.req.header('if-none-match') === `"${etag}"`) return context.body(null, 304, headers)
  return context.body(body, 200, headers)
}
