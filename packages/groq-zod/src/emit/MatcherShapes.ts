/** A shape of a module's matchers: its text, in which other shapes stand as marks. */
interface Shape {
  /** Missing while it is being made. */
  text: string | undefined
  name: string | undefined
  uses: number
  isExported: boolean
  /** It holds itself. */
  isRing: boolean
  /** The text without marks, once it has been asked for. */
  resolved: string | undefined
}

/** Shorter texts are written out again and again: they take less room so, after gzip too. */
const LONGEST_REPEATED = 200

/** Collects the shapes that matchers are made of, and gives a name to each that is used more than once. */
export class MatcherShapes {
  readonly #byKey = new Map<string, number>()
  readonly #shapes: Shape[] = []
  /** In an order in which each comes after what it holds. */
  readonly #made: Shape[] = []
  #names = 0

  /** The mark of a shape, made when its key first comes up. */
  shape(key: string, name: string | undefined, make: () => string): string {
    const known = this.#byKey.get(key)
    if (known !== undefined) return this.#useAgain(known)
    const at = this.#shapes.length
    const shape: Shape = {
      text: undefined,
      name,
      uses: 1,
      isExported: false,
      isRing: false,
      resolved: undefined,
    }
    this.#shapes.push(shape)
    this.#byKey.set(key, at)
    shape.text = make()
    this.#made.push(shape)
    return mark(at)
  }

  #useAgain(at: number): string {
    const shape = this.#shapes[at]
    if (shape === undefined) return ''
    shape.uses++
    if (shape.text !== undefined) return mark(at)
    shape.isRing = true
    return `(v: any): v is any => ${mark(at)}(v)`
  }

  /** Has a shape declared for other modules, as `matches` and the name of its type. */
  export(typeName: string, marked: string): void {
    const shape = this.#shapes[Number(marked.replaceAll('\u2028', ''))]
    if (shape) Object.assign(shape, {name: typeName, isExported: true})
  }

  /** The declarations of the shapes that have a name. */
  get declarations(): readonly string[] {
    return this.#made
      .filter((shape) => this.#isNamed(shape))
      .map((shape) => {
        const start = shape.isExported ? 'export const' : 'const'
        const type = shape.isExported ? `: (value: any) => value is ${shape.name}` : ''
        return `${start} ${this.#nameOf(shape)}${type} = ${this.#resolved(shape)}`
      })
  }

  /** The text with the names or the texts of shapes in place of their marks. */
  resolve(text: string): string {
    return text.replaceAll(MARK, (_mark, at: string) => {
      const shape = this.#shapes[Number(at)]
      if (shape === undefined) return ''
      return this.#isNamed(shape) ? this.#nameOf(shape) : this.#resolved(shape)
    })
  }

  #isNamed(shape: Shape): boolean {
    if (shape.isExported || shape.isRing) return true
    return shape.uses > 1 && this.#resolved(shape).length > LONGEST_REPEATED
  }

  #resolved(shape: Shape): string {
    shape.resolved ??= this.resolve(shape.text ?? '')
    return shape.resolved
  }

  #nameOf(shape: Shape): string {
    // No type has a name of digits alone.
    shape.name ??= String(++this.#names)
    return `matches${shape.name}`
  }
}

// Printed text has no line separators: literals escape them.
const MARK = /\u2028(\d+)\u2028/gu

function mark(at: number): string {
  return `\u2028${at}\u2028`
}

/** True for a text that is a shape. */
export function isMark(text: string): boolean {
  return /^\u2028\d+\u2028$/u.test(text)
}
