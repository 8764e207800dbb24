/** What reading an identifier gives: its normal form, or a sentence an editor can act on. */
export type IdentifierResult =
  | {readonly ok: true; readonly value: string}
  | {readonly ok: false; readonly reason: string}

export function accept(value: string): IdentifierResult {
  return {ok: true, value}
}

export function refuse(reason: string): IdentifierResult {
  return {ok: false, reason}
}
