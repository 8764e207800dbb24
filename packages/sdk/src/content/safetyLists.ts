import type {Reader} from '../client/reader.ts'
import {readPage, type PageKey} from '../paging/readPage.ts'
import type {Strictness} from '../validation/strictness.ts'
import type {Content} from './content.ts'
import {orNull} from './orNull.ts'

const byTitle: PageKey = {param: 'afterTitle', path: ['title'], defaultLimit: 1000}
const byLabel: PageKey = {param: 'afterLabel', path: ['label'], defaultLimit: 1000}
const byHeading: PageKey = {param: 'afterHeading', path: ['heading'], defaultLimit: 1000}

/** Reads pages of rules and of what they speak of. */
export function safetyLists<S extends Strictness>(
  reader: Reader<S>,
): Pick<Content<S>, 'contraindications' | 'conditions' | 'movementPatterns' | 'carePathways'> {
  return {
    async contraindications({severity, condition, pattern, ...options} = {}) {
      const {contraindicationsLight} = await import('../generated/contraindications.light.ts')
      return readPage(
        reader,
        contraindicationsLight,
        orNull({severity, condition, pattern}),
        byTitle,
        options,
      )
    },
    async conditions({kind, ...options} = {}) {
      const {conditionsLight} = await import('../generated/conditions.light.ts')
      return readPage(reader, conditionsLight, orNull({kind}), byLabel, options)
    },
    async movementPatterns({axis, ...options} = {}) {
      const {movementPatternsLight} = await import('../generated/movementPatterns.light.ts')
      return readPage(reader, movementPatternsLight, orNull({axis}), byLabel, options)
    },
    async carePathways({language, urgency, condition, ...options} = {}) {
      const {carePathwaysLight} = await import('../generated/carePathways.light.ts')
      return readPage(reader, carePathwaysLight, orNull({language, urgency, condition}), byHeading, options)
    },
  }
}
