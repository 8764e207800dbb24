import type {Random} from './Random.ts'

const REPLACEMENTS: readonly [unknown, ...unknown[]] = [
  null,
  '',
  'text',
  0,
  -1,
  2.5,
  true,
  [],
  {},
  ['a', 'a'],
  {_type: 'poem'},
]

/** The same JSON with one place changed: a value of another kind, a key gone, a key too many, an item twice. */
export function disturb(value: unknown, random: Random): unknown {
  if (Array.isArray(value)) {
    const items: unknown[] = value
    if (items.length === 0 || random.chance(0.1)) return [...items, random.pick(REPLACEMENTS)]
    const at = random.int(0, items.length - 1)
    if (random.chance(0.1)) return [...items, items[at]]
    return items.map((item, index) => (index === at ? disturb(item, random) : item))
  }
  if (typeof value !== 'object' || value === null || random.chance(0.05)) return random.pick(REPLACEMENTS)
  const entries: [string, unknown][] = Object.entries(value)
  if (entries.length === 0 || random.chance(0.1)) return {...value, extra: random.pick(REPLACEMENTS)}
  const at = random.int(0, entries.length - 1)
  if (random.chance(0.15)) return Object.fromEntries(entries.filter((_, index) => index !== at))
  return Object.fromEntries(
    entries.map(([name, inner], index) => [name, index === at ? disturb(inner, random) : inner]),
  )
}
