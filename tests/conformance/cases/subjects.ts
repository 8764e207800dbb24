import type {Subject} from '../suite/Case.ts'
import {actions} from './actions.ts'
import {mutations} from './mutations.ts'
import {patches} from './patches.ts'
import {releases} from './releases.ts'
import {versions} from './versions.ts'

/** Everything that the suite holds. */
export const SUBJECTS: readonly Subject[] = [mutations, patches, actions, versions, releases]
