import type {EmitOptions} from './EmitOptions.ts'
import {printSchemaImports} from './moduleText.ts'
import type {QueryText} from './queryText.ts'

/**
 * The text of a module with the schemas of a query. It is one of its own so that nothing but a dynamic import leads
 * from it, or from what it is loaded by, to the light module: bundlers then make one file of that.
 */
export function emitSchemasModule(text: QueryText, options: EmitOptions): string {
  const {name, base, zodType, shapes, schemas, paths} = text
  const extension = options.importExtension
  return [
    [
      printSchemaImports(text.schemaImports, options),
      `import type {${name}, ${base}DraftsResult, ${base}Result} from './${name}${extension}'`,
      `import type {${name}Light} from './${name}.light${extension}'`,
    ].join('\n'),
    ...shapes,
    `const published: ${zodType}<${base}Result> = ${schemas.published}`,
    `const drafts: ${zodType}<${base}DraftsResult> = ${schemas.drafts}`,
    ...(paths === undefined ? [] : [`export const paths = ${paths}`]),
    `export function withSchemas(light: typeof ${name}Light): typeof ${name} {
      const {name, query, params, matches} = light
      return {name, query, params, ${paths === undefined ? '' : 'paths, '}schemas: {published: fast(published, matches), drafts}}
    }`,
  ].join('\n\n')
}
