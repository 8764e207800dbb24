import {reference, references} from '../../builders/reference.ts'
import {sluggedDocument, type SampleDocument} from '../../builders/sampleDocument.ts'

interface Pattern {
  readonly label: string
  readonly definition: string
  readonly axis: string
  readonly joints: readonly string[]
  readonly broader?: readonly string[]
  readonly opposite?: string
}

/** A movement pattern; `broader` and `opposite` are slugs. */
export function movementPattern(slug: string, {broader, opposite, ...fields}: Pattern): SampleDocument {
  return sluggedDocument('movementPattern', slug, {
    ...fields,
    ...(broader === undefined
      ? {}
      : {broader: references(...broader.map((name) => `movement-pattern-${name}`))}),
    ...(opposite === undefined ? {} : {opposite: reference(`movement-pattern-${opposite}`)}),
  })
}
