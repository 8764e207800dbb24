import type {ExprNode} from 'groq-js'
import {mapTree} from '../query/mapTree.ts'
import {RESERVED} from '../query/reservedReference.ts'
import {foreignTarget} from './foreignTarget.ts'

const HERE: ExprNode = {type: 'This'}

const member = (name: string): ExprNode => ({type: 'AccessAttribute', base: HERE, name})

const text = (value: string): ExprNode => ({type: 'Value', value})

const joined = (parts: readonly ExprNode[]): ExprNode =>
  parts.reduce((left, right) => ({type: 'OpCall', op: '+', left, right}))

// What `foreignTarget` writes, as an expression; `+` with anything but texts is null, which leads nowhere.
const TARGET: ExprNode = joined([
  text(`${RESERVED}foreign${RESERVED}${foreignTarget({projectId: '', dataset: '', id: ''}).slice(0, 1)}`),
  {type: 'FuncCall', namespace: 'global', name: 'coalesce', args: [member('_projectId'), text('')]},
  text('/'),
  member('_dataset'),
  text('/'),
  member('_ref'),
])

const REFERENCE: ExprNode = {
  type: 'Object',
  attributes: [
    {
      type: 'ObjectAttributeValue',
      name: '_ref',
      value: {
        type: 'Select',
        alternatives: [
          {
            type: 'SelectAlternative',
            condition: {type: 'FuncCall', namespace: 'global', name: 'defined', args: [member('_dataset')]},
            value: TARGET,
          },
        ],
        fallback: member('_ref'),
      },
    },
  ],
}

/**
 * Lets dereferences of a query follow references into other datasets. groq-js asks for a document by `_ref` alone, so
 * the dataset is made part of it; a reference within the dataset stays what it is.
 */
export function followForeign(tree: ExprNode): ExprNode {
  return mapTree(tree, (node) =>
    node.type === 'Deref'
      ? {...node, base: {type: 'Projection', base: followForeign(node.base), expr: REFERENCE}}
      : undefined,
  )
}
