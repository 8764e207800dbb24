import {evaluate} from 'groq-js'
import type {ExprNode} from 'groq-js'
import {describeAccess} from '../access/describeAccess.ts'
import type {Role} from '../access/Viewer.ts'
import {isQuickToParse} from '../query/assessCost.ts'
import {someNode} from '../query/mapTree.ts'
import {parseQuery} from '../query/parseQuery.ts'
import type {People} from './createPeople.ts'

const TYPE = 'system.group'
const ROLES: readonly Role[] = ['viewer', 'editor', 'administrator', 'deploy']

/**
 * Answers a query over `*[_type == "system.group"]`: who is in each role, and what it grants. The Studio decides by it whom a
 * comment may mention and a task be given to. Groups are made of the people there are and stored in no dataset, so that
 * they never leave with its documents; no other query shows them.
 *
 * @returns undefined for every other query.
 */
export async function answerGroupQuery(
  query: string,
  params: Record<string, unknown>,
  people: Pick<People, 'list'>,
): Promise<{result: unknown} | undefined> {
  if (!query.includes(TYPE) || !isQuickToParse(query)) return undefined
  const tree = parseQuery(query, params)
  if (!asksForGroupsAlone(tree)) return undefined
  const value = await evaluate(tree, {dataset: describeGroups(people), params})
  const result: unknown = await value.get()
  return {result}
}

function asksForGroupsAlone(tree: ExprNode): boolean {
  let datasets = 0
  let ofGroups = 0
  someNode(tree, (node) => {
    if (node.type === 'Everything') datasets += 1
    if (node.type === 'Filter' && node.base.type === 'Everything' && isGroupTest(node.expr)) ofGroups += 1
    return false
  })
  return datasets === 1 && ofGroups === 1
}

function isGroupTest(node: ExprNode): boolean {
  return (
    node.type === 'OpCall' &&
    node.op === '==' &&
    node.left.type === 'AccessAttribute' &&
    node.left.base === undefined &&
    node.left.name === '_type' &&
    node.right.type === 'Value' &&
    node.right.value === TYPE
  )
}

function describeGroups(people: Pick<People, 'list'>): object[] {
  const everybody = people.list()
  return ROLES.map((role) => ({
    _id: `_.groups.${role}`,
    _type: TYPE,
    members: everybody.filter((person) => person.role === role).map(({id}) => id),
    grants: describeAccess({kind: 'member', userId: '', role}).acl,
  }))
}
