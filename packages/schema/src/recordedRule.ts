import type {Constraint} from './constraint.ts'

type Bound = 'min' | 'max' | 'length' | 'greaterThan' | 'lessThan' | 'precision'
type Flag =
  | 'required'
  | 'integer'
  | 'positive'
  | 'negative'
  | 'email'
  | 'uppercase'
  | 'lowercase'
  | 'unique'
  | 'assetRequired'

/**
 * Stands in for Sanity's `Rule` and writes down what a validation function asks of it. Each call gives a
 * new rule, as Sanity's does, so that a chain that ends in `warning()` does not colour its siblings.
 */
export class RecordedRule {
  readonly constraints: readonly Constraint[]
  /** False when the rule is only a warning or a remark: it does not make a value invalid. */
  readonly binding: boolean

  constructor(constraints: readonly Constraint[] = [], binding = true) {
    this.constraints = constraints
    this.binding = binding
  }

  required = () => this.#flag('required')
  integer = () => this.#flag('integer')
  positive = () => this.#flag('positive')
  negative = () => this.#flag('negative')
  email = () => this.#flag('email')
  uppercase = () => this.#flag('uppercase')
  lowercase = () => this.#flag('lowercase')
  unique = () => this.#flag('unique')
  assetRequired = () => this.#flag('assetRequired')
  min = (value: unknown) => this.#bound('min', value)
  max = (value: unknown) => this.#bound('max', value)
  length = (value: unknown) => this.#bound('length', value)
  greaterThan = (value: unknown) => this.#bound('greaterThan', value)
  lessThan = (value: unknown) => this.#bound('lessThan', value)
  precision = (value: unknown) => this.#bound('precision', value)
  // A custom function cannot be carried into another validator, and messages do not constrain.
  custom = () => this
  error = () => this
  skip = () => this
  valueOfField = () => ({path: []})
  warning = () => new RecordedRule(this.constraints, false)
  info = () => new RecordedRule(this.constraints, false)

  regex(pattern: RegExp, name?: unknown, options?: unknown) {
    const invert = [name, options].some(
      (option) =>
        typeof option === 'object' && option !== null && 'invert' in option && option.invert === true,
    )
    return this.#add({rule: 'regex', pattern: pattern.source, flags: pattern.flags, invert})
  }

  uri({scheme, allowRelative}: {scheme?: string | readonly string[]; allowRelative?: boolean} = {}) {
    const schemes = scheme === undefined ? ['http', 'https'] : [scheme].flat()
    return this.#add({rule: 'uri', schemes, allowRelative: allowRelative === true})
  }

  #flag(rule: Flag) {
    return this.#add({rule})
  }

  // A bound may also be a reference to another field or a date: neither is a plain number to carry over.
  #bound(rule: Bound, value: unknown) {
    return typeof value === 'number' ? this.#add({rule, value}) : this
  }

  #add(constraint: Constraint) {
    return new RecordedRule([...this.constraints, constraint], this.binding)
  }
}
