import type {Subject} from '../suite/Case.ts'
import {actions} from './actions.ts'
import {assets} from './assets.ts'
import {documents} from './documents.ts'
import {history} from './history.ts'
import {images} from './images.ts'
import {listening} from './listening.ts'
import {mutations} from './mutations.ts'
import {patches} from './patches.ts'
import {people} from './people.ts'
import {perspectives} from './perspectives.ts'
import {presence} from './presence.ts'
import {projects} from './projects.ts'
import {queries} from './queries.ts'
import {releases} from './releases.ts'
import {versions} from './versions.ts'

/** Everything that the suite holds. */
export const SUBJECTS: readonly Subject[] = [
  mutations,
  patches,
  actions,
  versions,
  releases,
  perspectives,
  queries,
  documents,
  listening,
  history,
  assets,
  images,
  people,
  presence,
  projects,
]
