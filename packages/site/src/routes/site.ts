import type {Context} from 'hono'
import {formatProblem, type ContentProblem} from '@spine-center/sdk'
import {pageLayout, type Page} from '../layout/pageLayout.ts'
import {previewPage} from '../preview/previewPage.ts'
import {toChrome, type SiteChrome, type SiteOptions} from '../siteContext.ts'

/** What routes share: where content comes from, the time, and how a page is sent. */
export interface Site extends SiteOptions {
  readonly now: () => Date
  /** Reads the frame of every page. */
  readChrome(): Promise<SiteChrome>
  /** Sends a page in its frame. */
  send(context: Context, page: Page, chrome: SiteChrome, status?: 200 | 400 | 404 | 500 | 503): Response
  /** Hands on what was wrong with documents that a list left out. */
  report(problems: readonly ContentProblem[]): void
}

export function createSiteServices(options: SiteOptions): Site {
  const {content, locale, now = () => new Date(), onProblem} = options
  return {
    ...options,
    now,
    readChrome: async () => toChrome(await content.settings(), locale),
    send(context, page, chrome, status = 200) {
      for (const {code, blockType, blockKey, message} of page.problems ?? []) {
        onProblem?.(
          `${context.req.path}: ${code} in ${blockType}${blockKey ? ` ${blockKey}` : ''}: ${message}`,
        )
      }
      const [sent, frame] = options.isPreview ? previewPage(page, chrome) : [page, chrome]
      const headers: Record<string, string> = {
        'cache-control':
          status === 200 && !sent.isPrivate ? 'public, max-age=0, must-revalidate' : 'no-store',
        ...(sent.isPrivate ? {'x-robots-tag': 'noindex'} : {}),
      }
      return context.html(pageLayout(sent, frame), status, headers)
    },
    report(problems) {
      for (const problem of problems) onProblem?.(formatProblem(problem))
    },
  }
}

/** The whole address of the page that was asked for, without filters or previews. */
export function pageUrl(context: Context): string {
  const {origin, pathname} = new URL(context.req.url)
  return origin + pathname
}
