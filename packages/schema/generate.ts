/* Writes schema.json and constraints.json; with --check it fails when they are stale instead. */
import {readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {generateFiles} from './src/generateFiles.ts'

const check = process.argv.includes('--check')
const stale: string[] = []

for (const [name, text] of Object.entries(generateFiles())) {
  const file = fileURLToPath(new URL(name, import.meta.url))
  if (readOrEmpty(file) === text) continue
  if (check) stale.push(name)
  else writeFileSync(file, text)
}

if (stale.length > 0) {
  process.stderr.write(
    `packages/schema: ${stale.join(' and ')} no longer match the types. Run: node packages/schema/generate.ts\n`,
  )
  process.exitCode = 1
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // The file has not been written yet: as stale as can be.
    return ''
  }
}
