import {schemaTypes} from '@spine-center/schema'
import {guardedArticleType} from './safety/guardedArticleType.ts'

/** The types of the schema, with the article that the safety rules guard in place of the plain one. */
export const studioTypes = schemaTypes.map((type) => (type.name === 'article' ? guardedArticleType : type))
