import {createReadStream} from 'node:fs'
import {LakeError} from '../errors/LakeError.ts'

/** A line with its number, from 1. */
export type Line = {text: string; number: number}

const NEWLINE = 10

/**
 * Reads the lines of a file one after the other, skipping blank ones and a byte order mark.
 * @param name - how the user knows the file
 * @throws LakeError `tooLarge` for a line beyond the bound, `badRequest` for one that is not UTF-8, naming it.
 */
export async function* readLines(file: string, name: string, maxLineBytes: number): AsyncGenerator<Line> {
  let parts: Buffer[] = []
  let bytes = 0
  let number = 1
  const take = (): string => {
    const line = Buffer.concat(parts)
    parts = []
    bytes = 0
    try {
      // What is no text would otherwise become text that nobody wrote.
      return new TextDecoder('utf-8', {fatal: true, ignoreBOM: number > 1}).decode(line)
    } catch (cause) {
      throw new LakeError('badRequest', `${name}, line ${number}: this is not UTF-8: save it as such.`, {
        cause,
      })
    }
  }
  const add = (part: Buffer): void => {
    bytes += part.byteLength
    parts.push(part)
    if (bytes <= maxLineBytes) return
    throw new LakeError(
      'tooLarge',
      `${name}, line ${number}: a document of more than ${maxLineBytes} bytes (maxLineBytes): split it.`,
    )
  }
  for await (const chunk of createReadStream(file)) {
    if (!Buffer.isBuffer(chunk)) continue
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      add(chunk.subarray(start, end))
      const text = take()
      if (text.trim() !== '') yield {text, number}
      number += 1
      start = end + 1
    }
    if (start < chunk.byteLength) add(chunk.subarray(start))
  }
  const text = take()
  if (text.trim() !== '') yield {text, number}
}
