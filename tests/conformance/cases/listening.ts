import type {Subject} from '../suite/Case.ts'
import {transitions} from './listening/transitions.ts'
import {contents} from './listening/contents.ts'
import {sequences} from './listening/sequences.ts'
import {filters} from './listening/filters.ts'
import {resuming} from './listening/resuming.ts'
import {refusals} from './listening/refusals.ts'
import {clients} from './listening/clients.ts'

/** Listening and live events. */
export const listening: Subject = {
  subject: 'listening',
  cases: [...transitions, ...contents, ...sequences, ...filters, ...resuming, ...refusals, ...clients],
}
