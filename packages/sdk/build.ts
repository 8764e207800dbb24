import {execFileSync} from 'node:child_process'
import {copyFileSync, globSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, relative} from 'node:path'
import {bundleForNode} from './bundleForNode.ts'
import {readEntries} from './readEntries.ts'

// Builds what is published: JavaScript by tsup and, for Node, by rolldown, declarations by tsc, and the schema that `groq-zod` reads.
const here = import.meta.dirname
const run = (command: string, ...args: string[]) => execFileSync(command, args, {cwd: here, stdio: 'inherit'})

run('tsup')
await bundleForNode()
writeFileSync(
  `${here}/dist/tsconfig.json`,
  JSON.stringify({extends: '../tsconfig.build.json', files: sources()}),
)
run('tsc', '-p', 'dist')
rmSync(`${here}/dist/tsconfig.json`)
for (const file of globSync(['dist/types/**/*.d.ts', 'dist/bundler/**/*.js'], {cwd: here})) {
  const path = `${here}/${file}`
  writeFileSync(path, portableSpecifiers(readFileSync(path, 'utf8'), path))
}
copyFileSync(`${here}/../schema/schema.json`, `${here}/dist/schema.json`)

/** What declarations are made of: our entries, and those of the rules that are bundled in. */
function sources(): readonly string[] {
  const rules = globSync('../rules/src/*/index.ts', {cwd: here})
  return [...readEntries().map(({source}) => source), ...rules].map((source) => `../${source}`)
}

/** Points imports of TypeScript sources at what was made of them, and those of the rules into this package. */
function portableSpecifiers(text: string, path: string): string {
  return text
    .replace(/(["'])@spine-center\/rules\/(\w+)\1/g, (_match, quote: string, subject: string) => {
      const folder = path.includes('/dist/types/') ? 'types' : 'bundler'
      const target = relative(dirname(path), `${here}/dist/${folder}/rules/src/${subject}/index.js`)
      return quote + (target.startsWith('.') ? target : `./${target}`) + quote
    })
    .replace(/((?:from|import)\s*\(?\s*["']\.{1,2}\/[^"']+)\.ts(["'])/g, '$1.js$2')
}
