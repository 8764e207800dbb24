import type {ReaderOptions} from '../client/contentOptions.ts'
import {systemClock, type Clock} from '../client/clock.ts'
import type {Content} from '../content/content.ts'
import {createContentFrom} from '../content/createContentFrom.ts'
import {createDocumentsSource} from './createDocumentsSource.ts'
import type {TestDocument} from './overlayDocuments.ts'

/** Documents, and how to read them. No token is asked for drafts: they are yours. */
export interface TestContentOptions extends Omit<ReaderOptions, 'clock'> {
  /** Whole documents with `_id` and `_type`; drafts have ids that start with `drafts.`. */
  readonly documents: readonly TestDocument[]
  /**
   * Whether `published` shows what only readers with a token see: documents whose ids hold a dot, such as `internal.a`,
   * and what refers to them. Default false. Other perspectives ask for a token, and show them.
   */
  readonly withToken?: boolean | undefined
  /** Time, when it is not the machine's: `{now: () => Date.UTC(2026, 10, 26)}`. */
  readonly clock?: (Pick<Clock, 'now'> & Partial<Clock>) | undefined
}

/**
 * Content from plain documents, for a front end's own tests: the same queries, perspectives and validation
 * as against a lake, without a network. Needs `groq-js`.
 *
 * @example
 * ```ts
 * const content = createTestContent({documents: [{_id: 't', _type: 'topic', label: 'Backs', slug: {current: 'backs'}}]})
 * ```
 */
export function createTestContent(
  options: TestContentOptions & {readonly perspective?: 'published' | undefined},
): Content
export function createTestContent(options: TestContentOptions): Content<'drafts'>
export function createTestContent(options: TestContentOptions): Content | Content<'drafts'> {
  const {documents, withToken = false, clock = systemClock} = options
  const now = () => clock.now()
  const wait: Clock['wait'] = (ms, signal) =>
    clock.wait ? clock.wait(ms, signal) : systemClock.wait(ms, signal)
  const source = createDocumentsSource(documents, now, withToken)
  return createContentFrom(source, {...options, clock: {now, wait}})
}
