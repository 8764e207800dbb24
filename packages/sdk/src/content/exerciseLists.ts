import type {Reader} from '../client/reader.ts'
import {readPage, type PageKey} from '../paging/readPage.ts'
import type {Strictness} from '../validation/strictness.ts'
import type {Content} from './content.ts'
import {orNull} from './orNull.ts'

const byTitle: PageKey = {param: 'afterTitle', path: ['title'], defaultLimit: 1000}

/** Reads pages of exercises. */
export function exerciseLists<S extends Strictness>(reader: Reader<S>): Pick<Content<S>, 'exercises'> {
  return {
    async exercises(filter = {}) {
      const {language, kind, pattern, position, equipment, bodyRegion, maxDifficulty, text, ...options} =
        filter
      const own = orNull({language, kind, position, equipment, bodyRegion, maxDifficulty, text})
      if (pattern === undefined) {
        const {exercisesLight} = await import('../generated/exercises.light.ts')
        return readPage(reader, exercisesLight, own, byTitle, options)
      }
      const {exercisesOfPatternLight} = await import('../generated/exercisesOfPattern.light.ts')
      return readPage(reader, exercisesOfPatternLight, {...own, pattern}, byTitle, options)
    },
  }
}
