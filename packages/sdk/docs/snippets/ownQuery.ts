import type {Content} from '@spine-center/sdk'
import {exercisesOfPosition, type ExercisesOfPositionParams} from './generated/index.ts'

/** `position` must be one that the schema knows, and nothing else may be given. */
export async function exercisesOf(
  content: Content,
  {position}: ExercisesOfPositionParams,
): Promise<readonly string[]> {
  const {items, problems} = await content.queryList(exercisesOfPosition, {position})
  if (problems.length > 0) throw new Error(`${problems.length} exercises are not as promised`)
  return items.map(({title, steps}) => `${title}, ${steps ?? 0} steps`)
}
