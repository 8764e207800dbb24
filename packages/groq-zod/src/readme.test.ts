import {execFile} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import {expect, test} from 'vitest'
import {schemaText} from '../test-fixtures/compiledSchema.ts'

const run = promisify(execFile)
const root = fileURLToPath(new URL('..', import.meta.url))

interface Example {
  readonly file: string
  readonly source: string
  /** What the README says that the file prints. */
  readonly prints: string | undefined
}

/** Blocks of code that begin with the name of a file, each with the text block that follows, if one does. */
function readExamples(): Example[] {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const blocks = [...readme.matchAll(/```(?<language>\w+)\n(?<code>[\s\S]*?)```/gu)].map(({groups}) => ({
    language: groups?.['language'] ?? '',
    code: groups?.['code'] ?? '',
  }))
  return blocks.flatMap(({code}, index) => {
    const file = /^\/\/ (?<file>\S+\.ts)\n/u.exec(code)?.groups?.['file']
    if (file === undefined) return []
    const next = blocks[index + 1]
    return [{file, source: code, prints: next?.language === 'text' ? next.code : undefined}]
  })
}

test('every example of the README prints what it says', async () => {
  // Inside the package, so that its name and its dependencies are found.
  const folder = mkdtempSync(join(root, 'test-output-'))
  try {
    writeFileSync(join(folder, 'schema.json'), schemaText)
    const examples = readExamples()
    for (const {file, source} of examples) {
      mkdirSync(dirname(join(folder, file)), {recursive: true})
      writeFileSync(join(folder, file), source)
    }
    await run(process.execPath, [join(root, 'src/cli.ts'), 'generate', '-q', 'src/queries.ts'], {cwd: folder})
    const printing = examples.filter(({prints}) => prints !== undefined)
    for (const {file, prints} of printing) {
      const {stdout} = await run(process.execPath, [file], {cwd: folder})
      expect({file, stdout}).toEqual({file, stdout: prints})
    }
    expect(printing).toHaveLength(3)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
})
