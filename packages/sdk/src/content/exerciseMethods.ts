import type {Reader} from '../client/reader.ts'
import {readPage, type PageKey} from '../paging/readPage.ts'
import type {Strictness} from '../validation/strictness.ts'
import type {Content} from './content.ts'
import {orNull} from './orNull.ts'

const byTitle: PageKey = {param: 'afterTitle', path: ['title'], defaultLimit: 1000}

/** Reads exercises. */
export function exerciseMethods<S extends Strictness>(
  reader: Reader<S>,
): Pick<Content<S>, 'exercise' | 'exercises'> {
  return {
    async exercise(slug, {language = null, ...options} = {}) {
      const {exerciseBySlug} = await import('../generated/exerciseBySlug.ts')
      return reader.one(exerciseBySlug, {slug, language}, options)
    },
    async exercises(filter = {}) {
      const {language, kind, pattern, position, equipment, bodyRegion, maxDifficulty, text, ...options} =
        filter
      const own = orNull({language, kind, position, equipment, bodyRegion, maxDifficulty, text})
      if (pattern === undefined) {
        const {exercises} = await import('../generated/exercises.ts')
        return readPage(reader, exercises, own, byTitle, options)
      }
      const {exercisesOfPattern} = await import('../generated/exercisesOfPattern.ts')
      return readPage(reader, exercisesOfPattern, {...own, pattern}, byTitle, options)
    },
  }
}
