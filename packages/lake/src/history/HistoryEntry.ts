import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {parseJson} from '../json/parseJson.ts'

/** One transaction as it concerned one document. */
export type HistoryEntry = {
  sequence: number
  transactionId: string
  author: string
  timestamp: string
  documentId: string
  previousRev: string | undefined
  resultRev: string | undefined
  apply: unknown[]
  revert: unknown[]
  /** What was asked for as the log keeps it (`mutationsOf`); nothing where it was not kept for each document. */
  logged: unknown
  actions: JsonObject[]
}

/** The entry that a row of the log stands for. */
export function toEntry(row: Record<string, unknown>): HistoryEntry {
  return {
    sequence: Number(row['sequence']),
    transactionId: String(row['id']),
    author: String(row['author']),
    timestamp: String(row['timestamp']),
    documentId: String(row['document']),
    previousRev: textOrNothing(row['previous_rev']),
    resultRev: textOrNothing(row['result_rev']),
    apply: listOf(row['apply']),
    revert: listOf(row['revert']),
    logged: typeof row['mutations'] === 'string' ? parseJson(row['mutations']) : [],
    actions: actionsOf(row['origin']),
  }
}

/** A column that may be empty. */
export function textOrNothing(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function listOf(value: unknown): unknown[] {
  const parsed = typeof value === 'string' ? parseJson(value) : []
  return Array.isArray(parsed) ? parsed : []
}

function actionsOf(value: unknown): JsonObject[] {
  const origin = typeof value === 'string' ? parseJson(value) : undefined
  const actions = isJsonObject(origin) ? origin['actions'] : undefined
  return Array.isArray(actions) ? actions.filter(isJsonObject) : []
}
