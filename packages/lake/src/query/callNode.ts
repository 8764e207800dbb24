import type {ExprNode} from 'groq-js'
import {isJsonObject} from '../json/isJsonObject.ts'
import {RESERVED} from './reservedReference.ts'

/** What a function of the lake's own makes of the values of its arguments; called again for each evaluation. */
export type OwnFunction = (args: readonly unknown[]) => unknown

const ARGS = 'args'

let called: unknown

/**
 * An expression that calls a function which groq-js has not. It is a dereference of an object whose prototype, set by
 * the attribute `__proto__`, computes `_ref` from the object's own arguments: groq-js reads `_ref`, asks the lake for
 * what is behind it (`takeCalled`), and goes on with that value, whatever it is.
 * @param name - with its namespace, for people
 */
export function callNode(name: string, run: OwnFunction, args: readonly ExprNode[]): ExprNode {
  const prototype = {
    name,
    get _ref(): string {
      const own: unknown = Object.getOwnPropertyDescriptor(this, ARGS)?.value
      called = run(Array.isArray(own) ? own : [])
      return CALLED
    },
  }
  const list: ExprNode = {
    type: 'Array',
    elements: args.map((value) => ({type: 'ArrayElement', value, isSplat: false})),
  }
  return {
    type: 'Deref',
    base: {
      type: 'Object',
      attributes: [
        {type: 'ObjectAttributeValue', name: '__proto__', value: {type: 'Value', value: prototype}},
        {type: 'ObjectAttributeValue', name: ARGS, value: list},
      ],
    },
  }
}

/** The id that groq-js asks for after a call. */
export const CALLED = `${RESERVED}called${RESERVED}`

/** Gives what the call that groq-js has just made came to. */
export function takeCalled(): unknown {
  const value = called
  called = undefined
  return value
}

/** True for an expression that `callNode` made. */
export function isCallNode(node: ExprNode): boolean {
  if (node.type !== 'Deref' || node.base.type !== 'Object') return false
  const [first] = node.base.attributes
  return first?.type === 'ObjectAttributeValue' && first.name === '__proto__'
}

/** The arguments of such an expression. */
export function argumentsOf(node: ExprNode): ExprNode[] {
  if (node.type !== 'Deref' || node.base.type !== 'Object') return []
  const [, list] = node.base.attributes
  if (list?.type !== 'ObjectAttributeValue' || list.value.type !== 'Array') return []
  return list.value.elements.map(({value}) => value)
}

/** The name of the function that such an expression calls. */
export function calledName(node: ExprNode): string | undefined {
  if (node.type !== 'Deref' || node.base.type !== 'Object') return undefined
  const [first] = node.base.attributes
  if (first?.type !== 'ObjectAttributeValue' || first.value.type !== 'Value') return undefined
  const prototype: unknown = first.value.value
  return isJsonObject(prototype) && typeof prototype['name'] === 'string' ? prototype['name'] : undefined
}
