/** What a generated module imports from the shared ones. */
export interface ModuleImports {
  /** Names of types; a validator of the same name goes with each but `UnknownDocument`. */
  readonly types: Set<string>
  readonly checks: Set<string>
  /** Names of functions that match a type. */
  readonly matchers: Set<string>
}

export function createImports(): ModuleImports {
  return {types: new Set(), checks: new Set(), matchers: new Set()}
}
