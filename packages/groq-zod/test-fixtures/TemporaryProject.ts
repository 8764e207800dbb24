import {mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {run} from '../src/command/run.ts'
import {schemaText} from './compiledSchema.ts'

/** What a run of the command said. */
export interface CommandResult {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** A folder of its own with the fixture schema in it; dispose it to remove it. */
export class TemporaryProject {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'groq-zod-')))

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.write('schema.json', schemaText)
    for (const [name, text] of Object.entries(files)) this.write(name, text)
  }

  write(name: string, text: string): void {
    const path = join(this.folder, name)
    mkdirSync(dirname(path), {recursive: true})
    writeFileSync(path, text)
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8')
  }

  async run(...args: string[]): Promise<CommandResult> {
    const out: string[] = []
    const err: string[] = []
    const code = await run(args, {
      cwd: this.folder,
      out: (line) => void out.push(line),
      err: (line) => void err.push(line),
      signal: AbortSignal.abort(),
    })
    return {code, out: out.join('\n'), err: err.join('\n')}
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, {recursive: true, force: true})
  }
}
