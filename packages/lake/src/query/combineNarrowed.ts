import type {Narrowed} from './Narrowed.ts'

/** What both give. */
export function intersection(left: Narrowed, right: Narrowed): Narrowed {
  const isAscending = left.isAscending === true && right.isAscending === true
  const type = left.type ?? right.type
  return {
    index: `${left.index} and ${right.index}`,
    estimate: left.estimate,
    isExact: false,
    ...(type === undefined ? {} : {type}),
    isAscending,
    ...seen(left, right),
    ids: () => (isAscending ? merged(left.ids(), right.ids()) : shared(left.ids(), right.ids())),
  }
}

function shared(few: readonly string[], many: readonly string[]): string[] {
  const wanted = new Set(few)
  return many.filter((id) => wanted.has(id))
}

/** What two ascending lists share. */
function merged(left: readonly string[], right: readonly string[]): string[] {
  const found: string[] = []
  let at = 0
  for (const id of left) {
    let other = right[at]
    while (other !== undefined && other < id) other = right[(at += 1)]
    if (other === id) found.push(id)
  }
  return found
}

/** What either gives. */
export function union(left: Narrowed, right: Narrowed): Narrowed {
  return {
    index: `${left.index} or ${right.index}`,
    estimate: left.estimate + right.estimate,
    isExact: false,
    ...seen(left, right),
    ids: () => [...new Set([...left.ids(), ...right.ids()])],
  }
}

function seen(...all: readonly Narrowed[]): Pick<Narrowed, 'seen'> {
  const tags = all.flatMap((narrowed) => narrowed.seen ?? [])
  return tags.length > 0 ? {seen: tags} : {}
}
