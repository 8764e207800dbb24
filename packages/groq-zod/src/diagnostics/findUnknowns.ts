import type {SchemaModel} from '../schema/SchemaModel.ts'
import type {Type, UnknownType} from '../types/type.ts'

/** A place of a result whose type cannot be known. */
export interface UnknownPlace {
  /** Path in the result: `[]` for the items of a list. */
  readonly path: string
  readonly type: UnknownType
}

/** Lists the places of a result that become `z.unknown()`. */
export function findUnknowns(type: Type, model: SchemaModel): UnknownPlace[] {
  const found: UnknownPlace[] = []
  const visited = new Set<string>()
  const visit = (current: Type, path: string): void => {
    switch (current.kind) {
      case 'unknown':
        if (!found.some((place) => place.path === path))
          found.push({path: path || '(the result)', type: current})
        return
      case 'array':
        visit(current.of, `${path}[]`)
        return
      case 'union':
        for (const member of current.of) visit(member, path)
        return
      case 'object':
        for (const [name, field] of Object.entries(current.fields))
          visit(field.type, path === '' ? name : `${path}.${name}`)
        return
      case 'named':
        if (visited.has(current.name)) return
        visited.add(current.name)
        visit(model.resolve(current), path)
        return
      default:
    }
  }
  visit(type, '')
  return found
}
