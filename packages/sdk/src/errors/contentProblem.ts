/** One place in the content that is not as the query promises: data, to be shown or logged by the caller. */
export interface ContentProblem {
  /** The query that read it. */
  readonly queryName: string
  /** The document that holds the place; null when the result names none. */
  readonly documentId: string | null
  readonly documentType: string | null
  /**
   * The document that is not given for it: the item that its list lacks, or what was asked for. It is the same one,
   * unless it refers to the one that holds the place.
   */
  readonly itemId: string | null
  readonly itemType: string | null
  /**
   * Sanity path from that document, such as `steps[_key=="a1"].text`, whatever the query calls the field; empty for the
   * document itself. What leads there, where the value stands in a document or an item that the result does not name.
   */
  readonly path: string
  /** What should stand there, in words. */
  readonly expected: string
  /** What stands there, shortened. */
  readonly received: string
  /** The address that opens the document at that field in the Studio, when `studioUrl` was given. */
  readonly studioUrl: string | null
  /** All of this as plain lines for a log. */
  readonly message: string
}
