import type {Generated} from '../generate.ts'
import {Generator} from '../Generator.ts'
import {SourceModules} from '../find/SourceModules.ts'
import type {ResolvedConfig} from './config.ts'
import {loadQueries, loadSchema} from './loadProject.ts'

/** The inputs that a configuration names, kept between runs so that a change costs only what it touches. */
export class Project {
  readonly #config: ResolvedConfig
  readonly #modules = new SourceModules()
  #generator: Generator | undefined

  constructor(config: ResolvedConfig) {
    this.#config = config
  }

  /** Forgets what was read of files that have changed. */
  forget(files: readonly string[]): void {
    for (const file of files) this.#modules.forget(file)
    const {schema, constraints} = this.#config
    if (files.some((file) => file === schema || file === constraints)) this.#generator = undefined
  }

  /** @throws {@link GroqZodError} when an input is wrong. */
  async generate(): Promise<Generated & {readonly count: number}> {
    this.#generator ??= new Generator({...loadSchema(this.#config), options: this.#config.emit})
    const queries = loadQueries(this.#config, this.#modules)
    return {...(await this.#generator.generate(queries)), count: queries.length}
  }
}
