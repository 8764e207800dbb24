import {isAnonymousClient, isClientLike, type ClientLike} from '../client/clientLike.ts'
import type {ReaderOptions} from '../client/contentOptions.ts'
import {createClientSource} from '../client/createClientSource.ts'
import type {Perspective} from '../client/perspective.ts'
import type {Content} from '../content/content.ts'
import {createLenientContent, createStrictContent} from '../content/createContentFrom.ts'
import {pickDrafts, pickPublished} from '../validation/strictness.ts'
import {isProse} from './isProse.ts'
import {pickUnmarked} from './pickUnmarked.ts'

/** What a preview is made of. */
export interface PreviewOptions extends Omit<ReaderOptions, 'perspective' | 'studioUrl'> {
  /** A client of `@sanity/client` with a token that may read drafts. It stays on the server. */
  readonly client: ClientLike
  /** Address of the Studio in which the marks open a text. */
  readonly studioUrl: string
  /** What to show; `drafts` unless told otherwise, or the ids of releases, topmost first. */
  readonly perspective?: Perspective | undefined
  /**
   * Holds drafts to what is promised of published content: a page written for that can show them, and one that is not
   * complete yet is an `invalid-result`. Without it any field may be missing.
   */
  readonly strict?: boolean | undefined
}

/**
 * Opens content for editors: drafts, whose texts for reading carry invisible marks that say where they are edited. In
 * a page with `@sanity/visual-editing`, shown by the Studio's Presentation tool, a click on a text opens its field.
 * Identifiers, addresses, dates, units and closed lists carry none. Never send a preview to a visitor who is no editor.
 *
 * @throws TypeError when the client cannot read drafts, or this is a browser
 *
 * @example
 * ```ts
 * const preview = createPreview({client: client.withConfig({token}), studioUrl: 'http://localhost:3333'})
 * const article = await preview.article('exercising-with-back-pain')
 * ```
 */
export function createPreview(options: PreviewOptions & {readonly strict: true}): Content
export function createPreview(options: PreviewOptions): Content<'drafts'>
export function createPreview(options: PreviewOptions): Content | Content<'drafts'> {
  const {client, studioUrl, perspective = 'drafts', strict = false, ...rest} = options
  refuseLeaks(client)
  if (!URL.canParse(studioUrl)) {
    throw new TypeError(
      `\`studioUrl\` is ${JSON.stringify(studioUrl)}. Give an address such as http://localhost:3333.`,
    )
  }
  const source = createClientSource(client, {enabled: true, studioUrl, filter: isProse})
  const reading = {...rest, perspective, studioUrl}
  return strict
    ? createStrictContent(source, reading, pickUnmarked(pickPublished))
    : createLenientContent(source, reading, pickUnmarked(pickDrafts))
}

function refuseLeaks(client: ClientLike): void {
  if (!isClientLike(client)) {
    throw new TypeError('`client` has no fetch(query, params, options). Give the result of createClient().')
  }
  if (isAnonymousClient(client)) {
    throw new TypeError('A preview shows unpublished content and needs a client with a `token`.')
  }
  if ('document' in globalThis) {
    throw new TypeError('A preview in a browser would hand its token to every visitor. Read on the server.')
  }
}
