import type {Reader} from '../client/reader.ts'
import type {PageKey} from '../paging/readPage.ts'
import type {Strictness} from '../validation/strictness.ts'
import type {Content} from './content.ts'
import {listPage} from './listPage.ts'
import {orNull} from './orNull.ts'

const byTitle: PageKey = {param: 'afterTitle', path: ['title'], defaultLimit: 1000}

/** Reads exercises. */
export function exerciseMethods<S extends Strictness>(
  reader: Reader<S>,
): Pick<Content<S>, 'exercise' | 'exercises'> {
  return {
    async exercise(slug, {language = null, ...options} = {}) {
      const {exerciseBySlugLight} = await import('../generated/exerciseBySlug.light.ts')
      return reader.one(exerciseBySlugLight, {slug, language}, options)
    },
    async exercises(filter = {}) {
      const {language, kind, pattern, position, equipment, bodyRegion, maxDifficulty, text, ...options} =
        filter
      const own = orNull({language, kind, position, equipment, bodyRegion, maxDifficulty, text})
      if (pattern === undefined) {
        const {exercisesLight} = await import('../generated/exercises.light.ts')
        return listPage(reader, exercisesLight, own, byTitle, options)
      }
      const {exercisesOfPatternLight} = await import('../generated/exercisesOfPattern.light.ts')
      return listPage(reader, exercisesOfPatternLight, {...own, pattern}, byTitle, options)
    },
  }
}
