import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {readEntries} from './readEntries.ts'
import {readExports} from './reference/readExports.ts'
import {renderReference} from './reference/renderReference.ts'

const TARGET = fileURLToPath(new URL('docs/reference.md', import.meta.url))

/** The API reference as it should be now, from the sources of every entry point but the generated one. */
export function generateReference(): string {
  const entries = readEntries()
    .filter(({name}) => name !== 'schemas')
    .map(({name, source}) => ({
      specifier: name === 'index' ? '@spine-center/sdk' : `@spine-center/sdk/${name}`,
      exports: readExports(fileURLToPath(new URL(source, import.meta.url))),
    }))
  return renderReference(entries)
}

/** Whether docs/reference.md says what the docstrings say. */
export function isReferenceFresh(): boolean {
  return existsSync(TARGET) && readFileSync(TARGET, 'utf8') === generateReference()
}

if (import.meta.main) {
  if (!process.argv.includes('--check')) writeFileSync(TARGET, generateReference())
  else if (!isReferenceFresh()) {
    process.stderr.write('docs/reference.md is stale. Run `node packages/sdk/generateReference.ts`.\n')
    process.exitCode = 1
  }
}
