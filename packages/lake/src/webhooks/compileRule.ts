import {evaluate, parse} from 'groq-js'
import type {Document, ExprNode} from 'groq-js'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {LakeError} from '../errors/LakeError.ts'
import {assertSupported} from '../query/assertSupported.ts'
import {someNode} from '../query/mapTree.ts'
import type {WebhookInput} from './Webhook.ts'

/** What a rule is evaluated with. */
export type RuleContext = {
  projectId: string
  dataset: string
  now: Date
  identity: string
  /** Looks up what a projection dereferences. */
  dereference: (id: string) => LakeDocument | undefined
}

/** A document before and after a transaction; at least one of them is there. */
export type DocumentPair = {before: LakeDocument | undefined; after: LakeDocument | undefined}

/** A filter and a projection, ready for one changed document after another. */
export type CompiledRule = {
  matches(pair: DocumentPair, context: RuleContext): Promise<boolean>
  /** The body to deliver: JSON text. */
  payload(pair: DocumentPair, context: RuleContext): Promise<string>
}

/**
 * Compiles the GROQ of a rule.
 * "Filters and projections do not support sub-queries" (Sanity docs, GROQ-powered webhooks).
 * @throws LakeError `badRequest` for a syntax error or a sub-query, naming filter or projection; `unsupported`.
 */
export function compileRule(rule: Pick<WebhookInput['rule'], 'filter' | 'projection'>): CompiledRule {
  const filter = rule.filter === null ? undefined : compile('filter', rule.filter)
  const projection = rule.projection === null ? undefined : compile('projection', rule.projection)
  return {
    matches: async (pair, context) => !filter || (await run(filter, pair, context)) === true,
    payload: async (pair, context) => {
      const value = projection ? await run(projection, pair, context) : (pair.after ?? pair.before)
      return JSON.stringify(value ?? null)
    },
  }
}

function compile(member: 'filter' | 'projection', groq: string): ExprNode {
  let tree: ExprNode
  try {
    tree = parse(groq, {mode: 'delta'})
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new LakeError('badRequest', `Webhook: "rule.${member}" is not valid GROQ: ${reason}`, {cause})
  }
  assertSupported(tree, true)
  if (someNode(tree, ({type}) => type === 'Everything')) {
    throw new LakeError(
      'badRequest',
      `Webhook: "rule.${member}" may not ask for other documents (*): it is about the document that changed.`,
    )
  }
  return tree
}

async function run(tree: ExprNode, {before, after}: DocumentPair, context: RuleContext): Promise<unknown> {
  const value = await evaluate(tree, {
    root: after ?? before,
    before: before ?? null,
    after: after ?? null,
    dataset: [],
    timestamp: context.now,
    identity: context.identity,
    sanity: {projectId: context.projectId, dataset: context.dataset},
    dereference: ({_ref}): Promise<Document | null> => Promise.resolve(context.dereference(_ref) ?? null),
  })
  const data: unknown = await value.get()
  return data
}
