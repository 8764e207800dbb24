import type {Subject} from '../suite/Case.ts'
import {changeCase} from '../suite/changeCase.ts'
import {creating} from './mutations/creating.ts'
import {selecting} from './mutations/selecting.ts'
import {transactions} from './mutations/transactions.ts'
import {options} from './mutations/options.ts'
import {references} from './mutations/references.ts'
import {ids} from './mutations/ids.ts'
import {revisions} from './mutations/revisions.ts'

/** The mutation API: kinds of mutations, transactions, references, options, ids. */
export const mutations: Subject = {
  subject: 'mutations',
  cases: [
    ...[...creating, ...selecting, ...transactions, ...options, ...references, ...ids].map(changeCase),
    ...revisions,
  ],
}
