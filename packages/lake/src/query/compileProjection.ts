import type {ExprNode} from 'groq-js'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'

/** Makes the object that groq-js would make of a document. */
export type Project = (document: LakeDocument) => JsonObject

/**
 * Compiles `{_id, title, "slug": slug.current}`, a projection that gives out members of the document and nothing else;
 * nothing for any other. For lists of many small objects groq-js takes longer over these than finding the documents.
 */
export function compileProjection(node: ExprNode): Project | undefined {
  if (node.type !== 'Projection' || node.base.type !== 'This' || node.expr.type !== 'Object') return undefined
  const members: {name: string; path: readonly string[]}[] = []
  for (const attribute of node.expr.attributes) {
    const path = attribute.type === 'ObjectAttributeValue' ? pathOf(attribute.value) : undefined
    if (attribute.type !== 'ObjectAttributeValue' || attribute.name === '__proto__' || !path) return undefined
    members.push({name: attribute.name, path})
  }
  return (document) => {
    const result: JsonObject = {}
    for (const {name, path} of members) result[name] = valueAt(document, path)
    return result
  }
}

// Name by name, because names can contain dots.
function pathOf(node: ExprNode): string[] | undefined {
  if (node.type === 'Group') return pathOf(node.base)
  if (node.type !== 'AccessAttribute') return undefined
  if (!node.base || node.base.type === 'This') return [node.name]
  const base = pathOf(node.base)
  return base && [...base, node.name]
}

function valueAt(document: LakeDocument, path: readonly string[]): unknown {
  let value: unknown = document
  for (const name of path) value = isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : null
  return value ?? null
}
