import {execFileSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import {expect, it} from 'vitest'

it('has validators that fit its queries and the schema (else run `groq-zod generate`)', () => {
  const [command, config] = ['../../groq-zod/src/cli.ts', '../groq-zod.config.ts'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  )
  expect(() =>
    execFileSync(process.execPath, [command ?? '', 'check', '--config', config ?? '']),
  ).not.toThrow()
})
