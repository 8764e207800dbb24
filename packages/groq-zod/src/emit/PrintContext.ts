import type {SchemaModel} from '../schema/SchemaModel.ts'
import type {NamedType, ObjectType} from '../types/type.ts'
import type {EmitOptions} from './EmitOptions.ts'
import type {LocalShape} from './LocalShapes.ts'
import type {TypeNames} from './TypeNames.ts'

/** What printing needs from outside: names, options, and a place to note what was used. */
export interface PrintContext {
  readonly model: SchemaModel
  readonly names: TypeNames
  readonly options: EmitOptions
  /** Whether a named type reads the same for drafts, so that it has one name for both. */
  readonly isSame: (named: NamedType) => boolean
  /** The shape of this module that stands for an object, if one does. */
  readonly localShape: (type: ObjectType) => LocalShape | undefined
  /** Called for each named type that the text mentions. */
  readonly use: (named: NamedType) => void
  /** Called for each check function that the text calls, `Reference` and `UnknownDocument` included. */
  readonly useShared: (name: string) => void
  /**
   * Called for each named type or shared reference that a fast path matches; gives the name of the function. Without
   * it the fast path has functions of its own for them.
   */
  readonly useMatcher: ((typeName: string) => string) | undefined
  /** True where a named validator may not exist yet when the text is run, so that a getter must stand before it. */
  readonly isLate: ((named: NamedType) => boolean) | undefined
}

/** The TypeScript name of a named type as the context's perspective sees it. */
export function nameOf(named: NamedType, context: PrintContext): string {
  const draft = context.model.perspective === 'drafts' && !context.isSame(named) ? 'Draft' : ''
  return `${context.names.typeName(named.name)}${draft}${named.keyed ? 'Item' : ''}`
}
