import {isRetired, type ExerciseFacts, type ScreeningProblem} from '@spine-center/rules/safety'

/** Which exercises get a verdict, and what was wrong with the names that were asked for. */
export interface ChosenExercises {
  readonly ids: ReadonlySet<string>
  readonly problems: readonly ScreeningProblem[]
}

/**
 * The exercises in use, or those of them that are named by slug or id. Retired ones take part in a screening,
 * so that it can say why they are no alternative, but get no verdict; a name without a verdict is reported.
 */
export function chooseExercises(
  exercises: readonly ExerciseFacts[],
  names: readonly string[] | undefined,
): ChosenExercises {
  const inUse = exercises.filter((exercise) => !isRetired(exercise))
  if (!names) return {ids: new Set(inUse.map(({_id: id}) => id)), problems: []}
  const chosen = names.map((name) => ({name, found: inUse.filter((exercise) => isNamed(exercise, name))}))
  return {
    ids: new Set(chosen.flatMap(({found}) => found.map(({_id: id}) => id))),
    problems: chosen.flatMap(({name, found}) => (found.length > 0 ? [] : [problemWith(name, exercises)])),
  }
}

function isNamed({_id: id, slug}: ExerciseFacts, name: string): boolean {
  return id === name || slug === name
}

function problemWith(name: string, exercises: readonly ExerciseFacts[]): ScreeningProblem {
  const retired = exercises.find((exercise) => isNamed(exercise, name))
  if (!retired) {
    const message = `No exercise has the slug or id “${name}”, or it was left out for what \`read.problems\` says, so nothing is said of it: check the spelling or publish it.`
    return {code: 'unknown-exercise', documentId: null, path: name, message}
  }
  const instead = exercises.find(({_id: id}) => id === retired.retirement?.replacedBy)
  const advice = instead ? `ask for “${instead.slug ?? instead._id}”, which took its place` : 'leave it out'
  const message = `“${retired.title ?? name}” is no longer in use, so nothing is said of it: ${advice}.`
  return {code: 'retired-exercise', documentId: retired._id, path: name, message}
}
