import {reference, references, type Reference} from '../builders/reference.ts'
import {createRandom, type Random} from './random.ts'
import type {GeneratedType, Plan} from './plan.ts'

/** Everything that the makers of single documents share. Any document can be made without the others. */
export interface GeneratorContext {
  readonly plan: Plan
  /** Midnight of the day from which dates count back, in milliseconds. */
  readonly nowMs: number
  /** The randomness of one document, independent of all others. */
  randomFor(type: GeneratedType, index: number): Random
}

export function createGeneratorContext(plan: Plan, seed: number, nowMs: number): GeneratorContext {
  return {plan, nowMs, randomFor: (type, index) => createRandom(`${seed}:${type}:${index}`)}
}

/** The readable part of a generated id: `g00012`, so that ids sort as numbers do. */
export function generatedName(index: number): string {
  return `g${String(index).padStart(6, '0')}`
}

/** The id of the generated document number `index` of a type. */
export function generatedId(type: GeneratedType, index: number): string {
  if (type === 'siteSettings') return 'siteSettings'
  return `${type.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-${generatedName(index)}`
}

export function referTo(type: GeneratedType, index: number): Reference {
  return reference(generatedId(type, index))
}

/** A reference to any document of a type. */
export function referToAny(context: GeneratorContext, random: Random, type: GeneratedType): Reference {
  return referTo(type, random.between(0, context.plan[type] - 1))
}

/** References to `count` different documents of a type. */
export function referToSome(
  context: GeneratorContext,
  random: Random,
  type: GeneratedType,
  count: number,
): readonly (Reference & {readonly _key: string})[] {
  const chosen = new Set<number>()
  const available = context.plan[type]
  while (chosen.size < Math.min(count, available)) chosen.add(random.between(0, available - 1))
  return references(...[...chosen].map((index) => generatedId(type, index)))
}

/** A day `daysAgo` days before now, as `YYYY-MM-DD`. */
export function dayBefore(context: GeneratorContext, daysAgo: number): string {
  return new Date(context.nowMs - daysAgo * 86_400_000).toISOString().slice(0, 10)
}
