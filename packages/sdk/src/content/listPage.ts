import type {readPage} from '../paging/readPage.ts'
import type {Strictness} from '../validation/strictness.ts'

/** Reads one page; paging is loaded with the first list, so that a page of one document does without it. */
export async function listPage<
  S extends Strictness,
  Published extends readonly unknown[],
  Drafts extends readonly unknown[],
>(
  ...args: Parameters<typeof readPage<S, Published, Drafts>>
): ReturnType<typeof readPage<S, Published, Drafts>> {
  const paging = await import('../paging/readPage.ts')
  return paging.readPage(...args)
}
