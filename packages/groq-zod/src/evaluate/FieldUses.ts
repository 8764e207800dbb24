import type {ExprNode} from 'groq-js'

/** One place of a query that reads a field. */
export interface FieldUse {
  readonly node: ExprNode
  readonly name: string
  /** Whether some object that can stand there has the field. */
  readonly found: boolean
  /** The fields that those objects have. */
  readonly known: ReadonlySet<string>
}

/** Records, for each place that reads a field, whether any type that can stand there has it. */
export class FieldUses {
  readonly #uses = new Map<ExprNode, {name: string; found: boolean; known: Set<string>}>()

  record(node: ExprNode, name: string, found: boolean, known: Iterable<string>): void {
    const use = this.#uses.get(node) ?? {name, found: false, known: new Set<string>()}
    use.found ||= found
    for (const field of known) use.known.add(field)
    this.#uses.set(node, use)
  }

  /** Places where no type that can stand there has the field. */
  unknown(): FieldUse[] {
    return [...this.#uses].filter(([, use]) => !use.found).map(([node, use]) => ({node, ...use}))
  }
}
