import {camelCase} from '../emit/pascalCase.ts'
import {isSource} from '../emit/sharedSources.ts'

// Files and constants of the generated modules.
const OWN = 'checks index matching paths query types withSchemas z'
// Words that name no constant in a module (ECMAScript, reserved words).
const RESERVED =
  'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield'
const TAKEN: ReadonlySet<string> = new Set([...OWN.split(' '), ...RESERVED.split(' ')])

/**
 * The name of a query's module and export: `articleBySlugQuery` and `ARTICLE_BY_SLUG_QUERY` are both `articleBySlug`.
 * One that is taken without its last word keeps it, or gets it: `typesQuery`.
 */
export function queryName(name: string): string {
  const isConstantCase = name === name.toUpperCase()
  const words = isConstantCase ? name.toLowerCase() : name
  const stripped = words.replace(/_?query$/iu, '')
  const short = camelCase(stripped === '' ? words : stripped)
  return TAKEN.has(short) || isSource(short) ? `${short}Query` : short
}
