import type {ContentOptions} from '../client/contentOptions.ts'
import {createSource} from '../client/createSource.ts'
import type {Content} from './content.ts'
import {createContentFrom} from './createContentFrom.ts'

/**
 * Opens the clinic's content: hosted by project id, embedded by address, or through a client you have.
 *
 * @throws TypeError when the options cannot work, or would show a token or drafts to everybody
 *
 * @example
 * ```ts
 * const content = createContent({url: 'http://localhost:3900', dataset: 'production'})
 * const article = await content.article('exercising-with-back-pain')
 * ```
 */
export function createContent(
  options: ContentOptions & {readonly perspective?: 'published' | undefined},
): Content
export function createContent(options: ContentOptions): Content<'drafts'>
export function createContent(options: ContentOptions): Content | Content<'drafts'> {
  return createContentFrom(createSource(options), options)
}
