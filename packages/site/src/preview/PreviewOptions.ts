import type {Content} from '@spine-center/sdk'
import type {PreviewPerspective} from './PreviewSessions.ts'

/** How the site shows drafts to editors. */
export interface PreviewOptions {
  /** Content as a perspective shows it, its texts marked with the fields they come from. */
  contentOf(perspective: PreviewPerspective): Content
  /**
   * Checks an address that the Studio has made to open a preview, secret included.
   *
   * @returns where to go from there; null when the secret is not one that the Studio wrote within the hour
   */
  checkSecret(url: string): Promise<{readonly redirectTo: string; readonly perspective: string | null} | null>
}
