import {readFileSync} from 'node:fs'
import {relative} from 'node:path'
import {placeAt} from '../find/StaticText.ts'
import type {Generated} from '../generate.ts'
import type {CommandIo} from './run.ts'

/** Prints what there is to say about the queries and the constraints, and how many places have no known type. */
export function report({diagnostics, unplacedRules}: Generated, io: CommandIo): void {
  for (const place of unplacedRules) {
    io.err(`constraints warning: the schema has no "${place}", so its rules are not checked.`)
  }
  for (const {code, message, frame, place, origin} of diagnostics) {
    const at = origin ? placeAt(origin.file, readFileSync(origin.file, 'utf8'), origin.offset) : place
    const level = code === 'unknown-field' ? 'error' : 'warning'
    io.err(`${relative(io.cwd, at.file)}:${at.line}:${at.column} ${level}: ${message}`)
    if (frame !== '') io.err(`${frame}\n`)
  }
  const unknowns = diagnostics.filter(({code}) => code === 'unknown-type').length
  if (unknowns === 0) return
  const places = unknowns === 1 ? 'place has' : 'places have'
  io.err(`${unknowns} ${places} no known type: z.unknown() lets anything pass there.`)
}
