import {objectList} from '../../builders/objectList.ts'
import {references} from '../../builders/reference.ts'
import {sluggedDocument, type SampleDocument} from '../../builders/sampleDocument.ts'

export interface Stage {
  readonly key: string
  readonly label: string
  readonly min: number
  readonly max?: number
  readonly unit: 'days' | 'weeks'
}

interface Condition {
  readonly label: string
  readonly patientLabel: string
  readonly kind: string
  readonly question?: string
  readonly stages?: readonly Stage[]
  readonly excludes?: readonly string[]
  readonly broader?: readonly string[]
  readonly mesh?: readonly [code: string, display: string]
}

const ids = (slugs: readonly string[]): readonly string[] => slugs.map((slug) => `condition-${slug}`)

/** A facet of a reader's situation; `broader` and `excludes` are slugs. */
export function condition(
  slug: string,
  {stages, excludes, broader, mesh, ...fields}: Condition,
): SampleDocument {
  return sluggedDocument('condition', slug, {
    ...fields,
    ...(stages === undefined
      ? {}
      : {
          stages: objectList(
            'conditionStage',
            stages.map((stage) => ({_key: stage.key, ...stage})),
          ),
        }),
    ...(broader === undefined ? {} : {broader: references(...ids(broader))}),
    ...(excludes === undefined ? {} : {excludes: references(...ids(excludes))}),
    ...(mesh === undefined
      ? {}
      : {codes: objectList('code', [{system: 'MeSH', code: mesh[0], display: mesh[1]}])}),
  })
}
