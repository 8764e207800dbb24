import type {Subject} from '../suite/Case.ts'
import {actions} from './actions.ts'
import {documents} from './documents.ts'
import {history} from './history.ts'
import {listening} from './listening.ts'
import {mutations} from './mutations.ts'
import {patches} from './patches.ts'
import {perspectives} from './perspectives.ts'
import {projects} from './projects.ts'
import {queries} from './queries.ts'
import {releases} from './releases.ts'
import {versions} from './versions.ts'

/** Everything that the suite holds. */
export const SUBJECTS: readonly Subject[] = [
  mutations, patches, actions, versions, releases, perspectives, queries, documents, listening, history, projects,
]
