import {ServerResponse} from 'node:http'
import type {Http2ServerResponse} from 'node:http2'

type Fields = Readonly<Record<string, string>>

/**
 * An answer whose body is there as a whole. To a socket it is written as it is: what `Response` does for bodies that
 * come bit by bit costs more than looking up the answer. Who is no socket gets it by `toResponse`.
 *
 * Its header fields, with names in lower case, are its own; `headers` stays empty.
 */
export class WholeAnswer extends Response {
  readonly #body: Uint8Array
  #fields: Fields

  private constructor(body: Uint8Array, fields: Fields) {
    super(null)
    this.#body = body
    this.#fields = fields
  }

  /** The answer to a request: to HEAD, one without a body. */
  static to({method}: Pick<Request, 'method'>, body: Uint8Array, fields: Fields): Response {
    return method === 'HEAD' ? new Response(null, {headers: fields}) : new WholeAnswer(body, fields)
  }

  get byteLength(): number {
    return this.#body.length
  }

  /** Adds header fields. */
  add(fields: Fields): void {
    this.#fields = {...this.#fields, ...fields}
  }

  toResponse(): Response {
    return new Response(Buffer.from(this.#body), {headers: this.#fields})
  }

  writeTo(outgoing: ServerResponse | Http2ServerResponse): void {
    const fields = {...this.#fields, 'content-length': this.#body.length}
    if (outgoing instanceof ServerResponse) outgoing.writeHead(this.status, fields)
    else outgoing.writeHead(this.status, fields)
    outgoing.end(this.#body)
  }
}
