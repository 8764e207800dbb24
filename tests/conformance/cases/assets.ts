import type {Subject} from '../suite/Case.ts'
import {describing} from './assets/describing.ts'
import {describingMore} from './assets/describingMore.ts'
import {serving} from './assets/serving.ts'
import {refusing} from './assets/refusing.ts'

/** Uploads, what is known of them, and how they are served. */
export const assets: Subject = {
  subject: 'assets',
  cases: [...describing, ...describingMore, ...serving, ...refusing],
}
