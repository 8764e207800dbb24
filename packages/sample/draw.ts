/**
 * Writes the pictures of the sample content: `node packages/sample/draw.ts`.
 * With `--check` it writes nothing and fails when a file is stale.
 */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {pictures} from './src/drawing/pictures.ts'

const folder = fileURLToPath(new URL('images/', import.meta.url))

function isFresh(path: string, svg: string): boolean {
  try {
    return readFileSync(path, 'utf8') === svg
  } catch {
    return false
  }
}

mkdirSync(folder, {recursive: true})
const stale = pictures.filter(({file, svg}) => !isFresh(`${folder}${file}`, svg))

if (process.argv.includes('--check')) {
  for (const {file} of stale) {
    process.stderr.write(`images/${file} is stale: run node packages/sample/draw.ts\n`)
  }
  process.exitCode = stale.length === 0 ? 0 : 1
} else {
  for (const {file, svg} of stale) writeFileSync(`${folder}${file}`, svg)
  process.stdout.write(`${stale.length} of ${pictures.length} pictures written to images/\n`)
}
