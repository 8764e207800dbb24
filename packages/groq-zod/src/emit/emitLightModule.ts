import type {EmitOptions} from './EmitOptions.ts'
import {printString} from './literals.ts'
import type {ModuleImports} from './ModuleImports.ts'
import {importLine} from './moduleText.ts'
import {pascalCase} from './pascalCase.ts'

/** What the light module of a query is made of. */
export interface LightModule {
  readonly name: string
  /** The query as a literal. */
  readonly query: string
  readonly params: string
  /** An expression: the function that matches a result. */
  readonly matcher: string
  /** Declarations of what the matcher needs. */
  readonly declarations: readonly string[]
  /** What they call. */
  readonly imports: ModuleImports
}

/** The text of a module that knows a valid result without zod, and loads zod for the others. */
export function emitLightModule(light: LightModule, options: EmitOptions): string {
  const {name, query, params, matcher, declarations, imports} = light
  const result = `${pascalCase(name)}Result`
  return [
    [
      ...importLine(imports.checks, 'matching', options),
      `import type {${name}, ${result}} from './${name}${options.importExtension}'`,
    ].join('\n'),
    `const query = ${query}`,
    ...declarations,
    `/** \`${name}\` without its validators: valid published results are known by \`matches\`, others need \`load\`. */
    export const ${name}Light: {
      readonly name: ${printString(name)}
      readonly query: typeof query
      readonly params: readonly [${params}]
      readonly matches: (value: unknown) => value is ${result}
      readonly load: () => Promise<typeof ${name}>
    } = {
      name: ${printString(name)},
      query,
      params: [${params}],
      matches: ${matcher},
      load: async () => (await import('./${name}${options.importExtension}')).${name},
    }`,
  ].join('\n\n')
}
