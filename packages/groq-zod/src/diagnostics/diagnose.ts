import type {ExprNode} from 'groq-js'
import type {QueryType} from '../evaluate/evaluateQuery.ts'
import type {FoundQuery} from '../find/findQueries.ts'
import type {ParsedQuery} from '../find/parseQuery.ts'
import type {SchemaModel} from '../schema/SchemaModel.ts'
import {codeFrame} from './codeFrame.ts'
import type {Diagnostic} from './Diagnostic.ts'
import {findUnknowns} from './findUnknowns.ts'
import {locateNodes} from './locateNodes.ts'
import {nearestName} from './nearestName.ts'

/** Fields that the schema does not have and places whose type cannot be known. */
export function diagnose(
  query: FoundQuery,
  {ast}: ParsedQuery,
  type: QueryType,
  model: SchemaModel,
): Diagnostic[] {
  const unknowns = findUnknowns(type.result, model)
  if (unknowns.length === 0 && type.unknownFields.length === 0) return []
  const text = query.text.text
  const offsets = locateNodes(ast, text)
  const at = (node: ExprNode | undefined, length: number): Pick<Diagnostic, 'frame' | 'origin'> => {
    const offset = node === undefined ? undefined : offsets.get(node)
    return {
      frame: offset === undefined ? '' : codeFrame(text, offset, length),
      origin: offset === undefined ? undefined : query.text.origin(offset),
    }
  }
  return [
    ...type.unknownFields.map(({node, name, known}): Diagnostic => {
      const nearest = nearestName(name, known)
      const hint = nearest === undefined ? '' : ` Did you mean "${nearest}"?`
      return {
        code: 'unknown-field',
        query: query.name,
        place: query.place,
        message: `The query "${query.name}" reads "${name}", which the schema does not have there.${hint}`,
        ...at(node, name.length),
      }
    }),
    ...unknowns.map(({path, type: unknown}): Diagnostic => ({
      code: 'unknown-type',
      query: query.name,
      place: query.place,
      message: `The type of ${path} in the result of "${query.name}" is not known: ${unknown.reason}.`,
      ...at(unknown.node, 1),
    })),
  ]
}
