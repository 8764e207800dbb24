/** A document of another dataset, as a cross-dataset reference names it; without a project it is this one's. */
export type ForeignTarget = {projectId: string; dataset: string; id: string}

// Stands where the table of references has ids; no document id can begin with it.
const MARK = '@'

/** The first text after all that `foreignTarget` gives. */
export const AFTER_FOREIGN = 'A'

/** Writes a target into another dataset so that it stands beside ids of this one. */
export function foreignTarget({projectId, dataset, id}: ForeignTarget): string {
  return `${MARK}${projectId}/${dataset}/${id}`
}

/** Whether a target of the table of references is in another dataset. */
export function isForeignTarget(target: string): boolean {
  return target.startsWith(MARK)
}

/** Reads what `foreignTarget` wrote. */
export function parseForeignTarget(target: string): ForeignTarget | undefined {
  const [, projectId, dataset, id] = /^@([^/]*)\/([^/]+)\/(.+)$/s.exec(target) ?? []
  return projectId === undefined || dataset === undefined || id === undefined
    ? undefined
    : {projectId, dataset, id}
}
