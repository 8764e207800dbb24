import type {Content, SiteSettings} from '@spine-center/sdk'
import {emergencyPhone, type HtmlSettings} from '@spine-center/sdk/html'
import {mediaUrl} from './http/mediaUrl.ts'
import type {PreviewOptions} from './preview/PreviewOptions.ts'

/** What the site is made of and where it runs. */
export interface SiteOptions {
  readonly content: Content
  /** Where pictures are, up to the file name; without it pictures are not shown. */
  readonly imageBaseUrl?: string
  /** The Studio, which may show the site in a frame, and where content is mended. */
  readonly studioUrl?: string
  /** The time now; the clock of the machine unless given. */
  readonly now?: () => Date
  /** BCP 47: how dates are written, and which emergency number is shown. Default `en-US`. */
  readonly locale?: string
  /** Replaces the global `fetch`, for pictures. */
  readonly fetch?: typeof fetch
  /** Lets the Studio open drafts for editors; without it there is nothing but what is published. */
  readonly preview?: PreviewOptions
  /** The content is what an editor is writing: pages say so, are kept by no cache, and bring the overlays. */
  readonly isPreview?: boolean
  /** Called with a line for every problem with content that a page works around. */
  readonly onProblem?: (message: string) => void
}

/** What every page shows of the clinic, and how pages write things. */
export interface SiteChrome {
  readonly name: string
  readonly title: string
  readonly description: string | null
  readonly disclaimer: string | null
  readonly emergencyPhone: string | null
  readonly relatedFeed: string | null
  readonly timeZone: string
  readonly locale: string
}

const DEFAULT_LOCALE = 'en-US'

/** Reads the clinic's settings for the frame of a page; a dataset without settings still has one. */
export function toChrome(settings: SiteSettings | null, locale = DEFAULT_LOCALE): SiteChrome {
  return {
    name: settings?.organization?.name ?? settings?.title ?? 'Spine center',
    title: settings?.title ?? 'Spine center',
    description: settings?.description ?? null,
    disclaimer: settings?.disclaimer?.text ?? null,
    emergencyPhone: emergencyPhone(settings, locale),
    relatedFeed: settings?.relatedFeed ?? null,
    timeZone: settings?.timeZone ?? 'UTC',
    locale,
  }
}

/** How the SDK makes HTML for this site. */
export function htmlSettings(chrome: Pick<SiteChrome, 'emergencyPhone' | 'locale'>): HtmlSettings {
  return {
    emergencyPhone: chrome.emergencyPhone,
    labels: {language: chrome.locale},
    imageUrl: mediaUrl,
    collapseSteps: true,
    carePathwayUrl: ({slug}) => (slug ? `/get-help#${slug}` : '/get-help'),
  }
}
