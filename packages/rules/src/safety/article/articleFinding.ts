import type {ArticleFacts, ExerciseUse, FindingPath} from './articleContent.ts'

export type InvariantCode =
  | 'INV-01'
  | 'INV-02'
  | 'INV-03'
  | 'INV-04'
  | 'INV-06'
  | 'INV-07'
  | 'INV-08'
  | 'INV-09'
  | 'INV-10'
  | 'INV-23'

/** A way in which an article breaks an invariant of the content. Errors hold back publication. */
export interface ArticleFinding {
  readonly code: InvariantCode
  readonly severity: 'error' | 'warning'
  readonly path: FindingPath
  /** A sentence for the editor: what, for whom, by which rule, and what the content offers instead. */
  readonly message: string
  readonly exerciseId: string | null
  readonly contraindicationId: string | null
  /** Ids of exercises that the content offers instead. */
  readonly alternatives: readonly string[]
}

export type UseList = 'recommends' | 'discourages'

/** A finding with what most of them leave empty. */
export function finding(
  code: InvariantCode,
  severity: ArticleFinding['severity'],
  path: FindingPath,
  message: string,
  more: Partial<Pick<ArticleFinding, 'exerciseId' | 'contraindicationId' | 'alternatives'>> = {},
): ArticleFinding {
  return {
    code,
    severity,
    path,
    message,
    exerciseId: null,
    contraindicationId: null,
    alternatives: [],
    ...more,
  }
}

export function usePath(list: UseList, use: ExerciseUse): FindingPath {
  return [list, {_key: use._key}]
}

export function usesOf(article: ArticleFacts): {list: UseList; use: ExerciseUse}[] {
  return [
    ...(article.recommends ?? []).map((use) => ({list: 'recommends' as const, use})),
    ...(article.discourages ?? []).map((use) => ({list: 'discourages' as const, use})),
  ]
}
