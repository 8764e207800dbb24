/**
 * What Sanity's live events say (Sanity docs, live content API): a connection stands and may have missed
 * something before, or documents changed that results with one of these tags depend on.
 */
export type LiveEvent =
  | {readonly type: 'connected'; readonly id: string | null}
  | {readonly type: 'changed'; readonly id: string | null; readonly tags: readonly string[]}
