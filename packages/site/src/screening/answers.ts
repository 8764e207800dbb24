import type {Profile} from '@spine-center/sdk/safety'

/** What a reader said to one question. */
export type Reply = 'yes' | 'no' | 'unsure'

/** What a form holds: nothing else of it is read, and nothing of it is kept. */
export interface Answers {
  /** By slug of a care pathway. */
  readonly flags: ReadonlyMap<string, Reply>
  /** By slug of a condition. */
  readonly conditions: ReadonlyMap<string, Reply>
  /** Key of a stage by slug of a condition; `unsure` when asked and not known. */
  readonly stages: ReadonlyMap<string, string>
}

const REPLIES: ReadonlySet<string> = new Set(['yes', 'no', 'unsure'] satisfies Reply[])

/**
 * Reads the answers of a posted form. Fields are named `flag.<slug>`, `condition.<slug>`, `stage.<slug>`, and
 * `choice.<slugs joined by a dot>` for a question of which one answer at most can be true.
 */
export function readAnswers(form: Iterable<readonly [name: string, value: string]>): Answers {
  const flags = new Map<string, Reply>()
  const conditions = new Map<string, Reply>()
  const stages = new Map<string, string>()
  for (const [name, value] of form) {
    const dot = name.indexOf('.')
    const [kind, key] = [name.slice(0, dot), name.slice(dot + 1)]
    if (kind === 'flag' && isReply(value)) flags.set(key, value)
    else if (kind === 'condition' && isReply(value)) conditions.set(key, value)
    else if (kind === 'stage') stages.set(key, value)
    else if (kind === 'choice') for (const slug of key.split('.')) conditions.set(slug, replyTo(slug, value))
  }
  return {flags, conditions, stages}
}

function isReply(value: string): value is Reply {
  return REPLIES.has(value)
}

function replyTo(slug: string, chosen: string): Reply {
  if (chosen === 'unsure') return 'unsure'
  return chosen === slug ? 'yes' : 'no'
}

/** The fields that give the same answers again, for the next page of the form. */
export function toFields({flags, conditions, stages}: Answers): readonly (readonly [string, string])[] {
  return [...named('flag', flags), ...named('condition', conditions), ...named('stage', stages)]
}

function named(kind: string, entries: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...entries].map(([key, value]) => [`${kind}.${key}`, value])
}

const STATES = {yes: 'present', no: 'absent', unsure: 'unknown'} as const

/** The answers as screening reads them: what is not sure is unknown. */
export function toProfile({conditions, stages}: Answers): Profile {
  return Object.fromEntries(
    [...conditions].map(([slug, reply]) => {
      const stage = stages.get(slug)
      return [slug, {state: STATES[reply], ...(stage && stage !== 'unsure' ? {stage} : {})}]
    }),
  )
}

/** The answers to red flags as screening reads them. */
export function toRedFlags({flags}: Answers): Readonly<Record<string, (typeof STATES)[Reply]>> {
  return Object.fromEntries([...flags].map(([slug, reply]) => [slug, STATES[reply]]))
}
