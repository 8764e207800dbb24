import {closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync, writeSync} from 'node:fs'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {parseJson} from '../json/parseJson.ts'

/**
 * What has been done so far, a JSON line each, on disk before the next thing is begun: whoever is stopped in between
 * reads it and goes on.
 */
export class Journal {
  readonly #file: string
  readonly #handle: number

  /** Opens a journal, or begins one. */
  constructor(file: string) {
    this.#file = file
    this.#handle = openSync(file, 'a', 0o600)
  }

  /** What was noted earlier, in order. A last line that was cut off is none. */
  static read(file: string): JsonObject[] {
    if (!existsSync(file)) return []
    return readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line) => {
        try {
          const entry = parseJson(line)
          return isJsonObject(entry) ? [entry] : []
        } catch {
          return []
        }
      })
  }

  /** Notes something; it is on disk when this returns. */
  add(entry: JsonObject): void {
    // Begins with a newline too, so that a line that was cut off spoils no other.
    writeSync(this.#handle, `\n${JSON.stringify(entry)}\n`)
    fsyncSync(this.#handle)
  }

  close(): void {
    closeSync(this.#handle)
  }

  /** Closes and forgets it: all is done. */
  remove(): void {
    this.close()
    rmSync(this.#file, {force: true})
  }
}
