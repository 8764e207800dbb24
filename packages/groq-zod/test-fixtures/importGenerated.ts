import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import * as z from 'zod/mini'
import type {Generated} from '../src/generate.ts'

/** A generated query, read back the way a front end imports it. */
export interface ImportedQuery {
  readonly name: string
  readonly query: string
  readonly params: readonly string[]
  readonly schemas: Readonly<Record<'published' | 'drafts', z.ZodMiniType>>
}

const querySchema = z.object({
  name: z.string(),
  query: z.string(),
  params: z.array(z.string()),
  schemas: z.object({published: z.custom<z.ZodMiniType>(), drafts: z.custom<z.ZodMiniType>()}),
})

/** Writes generated modules to a folder of their own, imports the index and removes the folder. */
export async function importGenerated(generated: Generated): Promise<ReadonlyMap<string, ImportedQuery>> {
  const folder = mkdtempSync(join(fileURLToPath(new URL('..', import.meta.url)), 'test-output-'))
  try {
    for (const [name, text] of generated.files) writeFileSync(join(folder, name), text)
    const module: unknown = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'index.ts')).href)
    const exported = typeof module === 'object' && module !== null ? Object.entries(module) : []
    return new Map(
      exported.flatMap(([name, value]: [string, unknown]) => {
        const parsed = querySchema.safeParse(value)
        return parsed.success ? [[name, parsed.data]] : []
      }),
    )
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
