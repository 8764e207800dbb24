import type {ExprNode} from 'groq-js'

/**
 * Where each field access of a query stands. groq-js's tree has no positions; names come in the same order in the
 * tree as in the text, so that the tree's names are laid along the names of the text.
 */
export function locateNodes(ast: ExprNode, query: string): Map<ExprNode, number> {
  const tokens = nameTokens(query)
  const places = new Map<ExprNode, number>()
  let next = 0
  walk(ast, (node) => {
    const name = nodeName(node)
    if (name === undefined) return
    const index = tokens.findIndex((token, at) => at >= next && token.name === name)
    const token = tokens[index]
    if (!token) return
    places.set(node, token.offset)
    next = index + 1
  })
  return places
}

function nodeName(node: ExprNode): string | undefined {
  if (node.type === 'AccessAttribute' || node.type === 'FuncCall') return node.name
  return node.type === 'Parameter' ? `$${node.name}` : undefined
}

interface NameToken {
  readonly name: string
  readonly offset: number
}

const TOKEN = /\/\/[^\n]*|(?<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<name>\$?[A-Za-z_]\w*)/gu

/** Names of fields, functions and parameters; `title["x"]` reads a field by a string. */
function nameTokens(query: string): NameToken[] {
  const tokens: NameToken[] = []
  for (const match of query.matchAll(TOKEN)) {
    const {name, string} = match.groups ?? {}
    if (name !== undefined) tokens.push({name, offset: match.index})
    const isIndex = string !== undefined && query[match.index - 1] === '['
    if (isIndex) tokens.push({name: string.slice(1, -1), offset: match.index})
  }
  return tokens
}

/** Visits expressions in the order of the text; what a name is read from comes before the name. */
function walk(node: ExprNode, visit: (node: ExprNode) => void): void {
  const isCall = node.type === 'FuncCall'
  if (isCall) visit(node)
  for (const child of children(node)) walk(child, visit)
  if (!isCall) visit(node)
}

function children(node: ExprNode): readonly ExprNode[] {
  switch (node.type) {
    case 'AccessAttribute':
      return node.base ? [node.base] : []
    case 'AccessElement':
    case 'ArrayCoerce':
    case 'Asc':
    case 'Deref':
    case 'Desc':
    case 'Group':
    case 'Neg':
    case 'Not':
    case 'Pos':
    case 'Slice':
      return [node.base]
    case 'Filter':
    case 'FlatMap':
    case 'Map':
    case 'Projection':
      return [node.base, node.expr]
    case 'PipeFuncCall':
      return [node.base, ...node.args]
    case 'FuncCall':
      return node.args
    case 'And':
    case 'Or':
    case 'OpCall':
      return [node.left, node.right]
    case 'InRange':
      return [node.base, node.left, node.right]
    case 'Array':
      return node.elements.map((element) => element.value)
    case 'Select':
      return [
        ...node.alternatives.flatMap((alternative) => [alternative.condition, alternative.value]),
        ...(node.fallback ? [node.fallback] : []),
      ]
    case 'Object':
      return node.attributes.flatMap((attribute) =>
        attribute.type === 'ObjectConditionalSplat'
          ? [attribute.condition, attribute.value]
          : [attribute.value],
      )
    case 'Tuple':
      return node.members
    case 'SelectorFuncCall':
      return [node.arg]
    default:
      return []
  }
}
