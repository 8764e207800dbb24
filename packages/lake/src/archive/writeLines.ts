import {createWriteStream} from 'node:fs'
import {Readable} from 'node:stream'
import {pipeline} from 'node:stream/promises'

// As much text goes to disk in one piece as makes writing it cheap.
const PIECE_CHARACTERS = 64 * 1024

/** Writes lines to a file as they come, holding few of them; gives their number. */
export async function writeLines(
  file: string,
  lines: Iterable<string> | AsyncIterable<string>,
  onLine: (count: number) => void = () => undefined,
): Promise<number> {
  let count = 0
  async function* pieces(): AsyncGenerator<string> {
    let piece = ''
    for await (const line of lines) {
      count += 1
      onLine(count)
      piece += `${line}\n`
      if (piece.length < PIECE_CHARACTERS) continue
      yield piece
      piece = ''
    }
    yield piece
  }
  await pipeline(Readable.from(pieces()), createWriteStream(file, {mode: 0o600}))
  return count
}
