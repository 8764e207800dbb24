import type {Trace} from './Trace.ts'

/** What `@` and `^` mean at a place in a query. */
export class TraceScope {
  readonly trace: Trace
  readonly parent: TraceScope | undefined
  /** The scope of a traversal such as `tags[]->`: what is nested in it does not see it as a parent. */
  readonly isHidden: boolean

  constructor(trace: Trace, parent?: TraceScope, isHidden = false) {
    this.trace = trace
    this.parent = parent
    this.isHidden = isHidden
  }

  nested(trace: Trace, isHidden = false): TraceScope {
    return new TraceScope(trace, this.isHidden ? this.parent : this, isHidden)
  }

  /** The scope that `^`, `^.^` and so on stand for. */
  ancestor(distance: number): TraceScope | undefined {
    return distance === 0 ? this : this.parent?.ancestor(distance - 1)
  }
}
