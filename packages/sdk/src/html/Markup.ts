/** HTML that is ready to be sent: everything in it that came from content has been escaped. */
export class Markup {
  readonly #source: string

  constructor(source: string) {
    this.#source = source
  }

  toString(): string {
    return this.#source
  }
}
