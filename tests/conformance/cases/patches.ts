import {expect} from 'vitest'
import type {Case, Subject} from '../suite/Case.ts'
import {setting} from './patches/setting.ts'
import {unsetting} from './patches/unsetting.ts'
import {adding} from './patches/adding.ts'
import {inserting} from './patches/inserting.ts'
import {textEdits} from './patches/textEdits.ts'
import {order} from './patches/order.ts'
import {PATCHES} from './patches/vocabulary.ts'
import type {Row} from './patches/vocabulary.ts'

/** Patches of the mutation API: each operation, each form of path, the order, and what is refused. */
export const patches: Subject = {
  subject: 'patches',
  cases: [...setting, ...unsetting, ...adding, ...inserting, ...textEdits, ...order].map(toCase),
}

function toCase({rule, source = PATCHES, before, patch, after}: Row): Case {
  return {
    rule,
    source,
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t', ...before})
      const list = Array.isArray(patch) ? patch : [patch]
      const answer = await scope.mutate(list.map((one: object) => ({patch: {id: '~a', ...one}})))
      if (after instanceof RegExp) {
        expect(answer).toMatchObject({
          status: 400,
          body: {
            error: {
              type: 'mutationError',
              items: [{error: {description: expect.stringMatching(after)}, index: 0}],
            },
          },
        })
        expect(await scope.content('~a')).toEqual(before)
      } else {
        expect(answer).toMatchObject({status: 200})
        expect(await scope.content('~a')).toEqual(after)
      }
    },
  }
}
