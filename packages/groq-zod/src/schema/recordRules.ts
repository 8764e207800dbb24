import type {ConstraintRule} from './constraints.ts'

/** What a rule function says of one value. */
interface Recorded {
  readonly rules: readonly ConstraintRule[]
  readonly level: 'error' | 'warning' | 'info'
}

interface RuleSource {
  readonly name: string
  readonly jsonType?: string
  readonly type?: RuleSource | null
  readonly validation?: unknown
  readonly options?: unknown
}

/** The rules of a compiled type that make an error, those that its kind brings along included. */
export function recordRules(type: RuleSource): ConstraintRule[] {
  const own = recordValidation(type.validation)
  const errors = own.filter(({level}) => level === 'error').flatMap(({rules}) => rules)
  // An extract calls a field required whatever the level; say that it is not when only a warning asks for it.
  const asksWeakly = own.some(
    ({level, rules}) => level !== 'error' && rules.some(({rule}) => rule === 'required'),
  )
  const isRequired = errors.some(({rule}) => rule === 'required')
  const optional: ConstraintRule[] = asksWeakly && !isRequired ? [{rule: 'optional'}] : []
  return dropReplaced([...implied(type), ...errors, ...optional])
}

/** Of rules of one kind the last counts, as in Sanity; patterns add up. */
function dropReplaced(rules: readonly ConstraintRule[]): ConstraintRule[] {
  return rules.filter(
    (rule, index) =>
      rule.rule === 'regex' || !rules.slice(index + 1).some((later) => later.rule === rule.rule),
  )
}

function chain(type: RuleSource): string[] {
  return [type.name, ...(type.type ? chain(type.type) : [])]
}

/** Rules that come with the kind of a value: an address, an email, a closed list. */
function implied(type: RuleSource): ConstraintRule[] {
  const names = chain(type)
  const rules: ConstraintRule[] = []
  if (names.includes('url')) rules.push({rule: 'uri', schemes: ['http', 'https'], allowRelative: false})
  if (names.includes('email')) rules.push({rule: 'email'})
  if (names.includes('datetime')) rules.push({rule: 'datetime'})
  else if (names.includes('date')) rules.push({rule: 'date'})
  const values = listValues(type.options)
  if (values) rules.push({rule: 'oneOf', values})
  return rules
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listValues(options: unknown): (string | number)[] | undefined {
  if (!isRecord(options) || !Array.isArray(options['list'])) return undefined
  const values = options['list'].map((option: unknown) =>
    isRecord(option) && 'value' in option ? option['value'] : option,
  )
  return values.every((value) => typeof value === 'string' || typeof value === 'number') ? values : undefined
}

/** A validation is a function of a rule, a rule, or a list of either. */
function recordValidation(validation: unknown): Recorded[] {
  if (Array.isArray(validation)) return validation.flatMap((one: unknown) => recordValidation(one))
  if (typeof validation === 'function') return recordFunction(validation)
  if (isRecord(validation) && Array.isArray(validation['_rules']))
    return [readRule(validation, validation['_rules'])]
  return []
}

const RECORDED = Symbol('recorded rules')

function recordFunction(validation: Function): Recorded[] {
  let result: unknown
  try {
    result = Reflect.apply(validation, undefined, [recorder({rules: [], level: 'error'})])
  } catch {
    // A function that needs the document at hand says nothing that holds for all documents.
    return []
  }
  const results: unknown[] = Array.isArray(result) ? result : [result]
  return results.flatMap((one) => {
    const recorded: unknown = isRecord(one) ? Reflect.get(one, RECORDED) : undefined
    return isRecorded(recorded) ? [recorded] : []
  })
}

function isRecorded(value: unknown): value is Recorded {
  return isRecord(value) && Array.isArray(value['rules'])
}

/** Stands in for Sanity's rule: every method notes what it says and gives a new one. */
function recorder(recorded: Recorded): object {
  return new Proxy(
    {},
    {
      get: (_, method) => {
        if (method === RECORDED) return recorded
        if (method === 'then') return undefined
        return (...args: unknown[]): object => recorder(note(recorded, String(method), args))
      },
    },
  )
}

function note(recorded: Recorded, method: string, args: readonly unknown[]): Recorded {
  if (method === 'error' || method === 'warning' || method === 'info') return {...recorded, level: method}
  if (method === 'optional')
    return {...recorded, rules: recorded.rules.filter(({rule}) => rule !== 'required')}
  const rule = toRule(method, args)
  return rule ? {...recorded, rules: [...recorded.rules, rule]} : recorded
}

function toRule(method: string, [first, second]: readonly unknown[]): ConstraintRule | undefined {
  switch (method) {
    case 'required':
    case 'integer':
    case 'positive':
    case 'negative':
    case 'email':
    case 'uppercase':
    case 'lowercase':
    case 'unique':
    case 'assetRequired':
      return {rule: method}
    case 'min':
    case 'max':
    case 'length':
    case 'greaterThan':
    case 'lessThan':
    case 'precision':
      // A bound that is another field's value, or a date, is not carried.
      return typeof first === 'number' ? {rule: method, value: first} : undefined
    case 'regex':
      return first instanceof RegExp
        ? {
            rule: method,
            pattern: first.source,
            flags: first.flags,
            invert: isRecord(second) && second['invert'] === true,
          }
        : undefined
    case 'uri':
      return uriRule(isRecord(first) ? first : {})
    case 'valid':
    case 'oneOf': {
      const isList =
        Array.isArray(first) && first.every((one) => typeof one === 'string' || typeof one === 'number')
      return isList ? {rule: 'oneOf', values: first} : undefined
    }
    default:
      return undefined
  }
}

function uriRule(options: Record<string, unknown>): ConstraintRule {
  const {scheme} = options
  const list: readonly unknown[] = Array.isArray(scheme)
    ? scheme
    : scheme === undefined
      ? ['http', 'https']
      : [scheme]
  const schemes = list.map((one) => (one instanceof RegExp ? one.source : String(one)))
  return {
    rule: 'uri',
    schemes,
    allowRelative: options['allowRelative'] === true || options['relativeOnly'] === true,
  }
}

/** A rule that is already built holds what it says as data. */
function readRule(rule: Record<string, unknown>, specs: readonly unknown[]): Recorded {
  const level = rule['_level'] === 'warning' || rule['_level'] === 'info' ? rule['_level'] : 'error'
  const rules: ConstraintRule[] = rule['_required'] === 'required' ? [{rule: 'required'}] : []
  for (const spec of specs) {
    if (!isRecord(spec) || typeof spec['flag'] !== 'string') continue
    const {constraint} = spec
    const isPattern = isRecord(constraint) && constraint['pattern'] instanceof RegExp
    const args = isPattern ? [constraint['pattern'], constraint] : [uriOptions(constraint) ?? constraint]
    const method = spec['flag'] === 'stringCasing' ? String(constraint) : spec['flag']
    const found = method === 'presence' ? undefined : toRule(method, args)
    if (found) rules.push(found)
  }
  return {rules, level}
}

function uriOptions(constraint: unknown): unknown {
  return isRecord(constraint) && isRecord(constraint['options']) ? constraint['options'] : undefined
}
