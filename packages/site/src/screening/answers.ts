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

/** The pages of the form, and the way back to them. */
export type Step = 'red-flags' | 'conditions' | 'stages' | 'change'

/** What a form said, and which step of it was sent. */
export interface SentForm {
  readonly step: Step | null
  readonly answers: Answers
  /** False when a field or a value is none that our pages send, or one question has two answers. */
  readonly isUnderstood: boolean
}

/**
 * Reads a posted form. Fields are named `step`, `flag.<slug>`, `condition.<slug>`, `stage.<slug>`, and
 * `choice.<slugs joined by a dot>` for a question of which one answer at most can be true. What is not understood
 * is never taken for a question that was left open: it would weigh less than what the reader meant.
 */
export function readForm(form: Iterable<readonly [name: string, value: string]>): SentForm {
  const flags = new Map<string, Reply>()
  const conditions = new Map<string, Reply>()
  const stages = new Map<string, string>()
  let step: Step | null = null
  let isUnderstood = true
  const refuse = () => {
    isUnderstood = false
  }
  const put = <Value extends string>(answers: Map<string, Value>, slug: string, value: Value | null) => {
    if (slug === '' || value === null || (answers.get(slug) ?? value) !== value) refuse()
    else answers.set(slug, value)
  }
  for (const [name, value] of form) {
    const dot = name.indexOf('.')
    const [kind, key] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot + 1)]
    if (kind === 'step') step = STEPS.find((one) => one === value) ?? null
    else if (kind === 'flag') put(flags, key, replyOf(value))
    else if (kind === 'condition') put(conditions, key, replyOf(value))
    else if (kind === 'stage') put(stages, key, value)
    else if (kind === 'choice')
      for (const slug of key.split('.')) put(conditions, slug, choiceOf(slug, key, value))
    else refuse()
  }
  const isStaged = [...stages.keys()].every((slug) => conditions.get(slug) === 'yes')
  return {step, answers: {flags, conditions, stages}, isUnderstood: isUnderstood && isStaged && step !== null}
}

const STEPS: readonly Step[] = ['red-flags', 'conditions', 'stages', 'change']
const REPLIES: readonly Reply[] = ['yes', 'no', 'unsure']

function replyOf(value: string): Reply | null {
  return REPLIES.find((reply) => reply === value) ?? null
}

/** What choosing one of several conditions, none of them or "not sure" says of one of them. */
function choiceOf(slug: string, slugs: string, chosen: string): Reply | null {
  if (chosen === 'unsure') return 'unsure'
  if (chosen !== 'none' && !slugs.split('.').includes(chosen)) return null
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
