/** A part of a query's text and where it was written. */
export interface TextPiece {
  readonly text: string
  readonly file: string
  /** Offset of the piece in its file. */
  readonly offset: number
}

/** A place in a file: line and column count from 1. */
export interface SourcePlace {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** The text of a query, joined from pieces that may come from several files. */
export class StaticText {
  readonly pieces: readonly TextPiece[]
  readonly text: string

  constructor(pieces: readonly TextPiece[]) {
    this.pieces = pieces
    this.text = pieces.map((piece) => piece.text).join('')
  }

  /** The file and offset that an offset of the joined text comes from. */
  origin(offset: number): {readonly file: string; readonly offset: number} | undefined {
    let rest = offset
    for (const piece of this.pieces) {
      if (rest < piece.text.length) return {file: piece.file, offset: piece.offset + rest}
      rest -= piece.text.length
    }
    const last = this.pieces.at(-1)
    return last && {file: last.file, offset: last.offset + last.text.length}
  }
}

export function placeAt(file: string, source: string, offset: number): SourcePlace {
  const before = source.slice(0, offset).split('\n')
  return {file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1}
}
