import type {Subject} from '../suite/Case.ts'
import {changeCase} from '../suite/changeCase.ts'
import {drafting} from './actions/drafting.ts'
import {publishing} from './actions/publishing.ts'
import {deleting} from './actions/deleting.ts'
import {together} from './actions/together.ts'
import {actionsOverall} from './actions/actionsOverall.ts'

/** The actions on drafts and published documents. */
export const actions: Subject = {
  subject: 'actions',
  cases: [...[...drafting, ...publishing, ...deleting, ...together].map(changeCase), ...actionsOverall],
}
