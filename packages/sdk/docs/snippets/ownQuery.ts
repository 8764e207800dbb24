import type {Content} from '@spine-center/sdk'
import {exercisesOfPosition} from './generated/index.ts'

/** `position` must be given and nothing else may be; only fields that the query names can be read. */
export async function exercisesOf(content: Content, position: string): Promise<readonly string[]> {
  const {items, problems} = await content.queryList(exercisesOfPosition, {position})
  if (problems.length > 0) throw new Error(`${problems.length} exercises are not as promised`)
  return items.map(({title, steps}) => `${title}, ${steps ?? 0} steps`)
}
