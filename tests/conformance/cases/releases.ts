import type {Subject} from '../suite/Case.ts'
import {changeCase} from '../suite/changeCase.ts'
import {making} from './releases/making.ts'
import {releasing} from './releases/releasing.ts'
import {scheduling} from './releases/scheduling.ts'
import {archiving} from './releases/archiving.ts'
import {overTime} from './releases/overTime.ts'

/** Releases: their life, their schedule, their documents. */
export const releases: Subject = {
  subject: 'releases',
  cases: [...[...making, ...releasing, ...scheduling, ...archiving].map(changeCase), ...overTime],
}
