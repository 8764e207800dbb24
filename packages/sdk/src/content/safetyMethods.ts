import type {Reader} from '../client/reader.ts'
import type {PageKey} from '../paging/readPage.ts'
import type {Strictness} from '../validation/strictness.ts'
import type {Content} from './content.ts'
import {listPage} from './listPage.ts'
import {orNull} from './orNull.ts'

const byTitle: PageKey = {param: 'afterTitle', path: ['title'], defaultLimit: 1000}
const byLabel: PageKey = {param: 'afterLabel', path: ['label'], defaultLimit: 1000}
const byHeading: PageKey = {param: 'afterHeading', path: ['heading'], defaultLimit: 1000}

/** Reads rules and what they speak of. */
export function safetyMethods<S extends Strictness>(
  reader: Reader<S>,
): Pick<Content<S>, 'contraindications' | 'conditions' | 'movementPatterns' | 'carePathways'> {
  return {
    async contraindications({severity, condition, pattern, ...options} = {}) {
      const {contraindicationsLight} = await import('../generated/contraindications.light.ts')
      return listPage(
        reader,
        contraindicationsLight,
        orNull({severity, condition, pattern}),
        byTitle,
        options,
      )
    },
    async conditions({kind, ...options} = {}) {
      const {conditionsLight} = await import('../generated/conditions.light.ts')
      return listPage(reader, conditionsLight, orNull({kind}), byLabel, options)
    },
    async movementPatterns({axis, ...options} = {}) {
      const {movementPatternsLight} = await import('../generated/movementPatterns.light.ts')
      return listPage(reader, movementPatternsLight, orNull({axis}), byLabel, options)
    },
    async carePathways({language, urgency, condition, ...options} = {}) {
      const {carePathwaysLight} = await import('../generated/carePathways.light.ts')
      return listPage(reader, carePathwaysLight, orNull({language, urgency, condition}), byHeading, options)
    },
  }
}
