import {imageUrl, type ImageSource} from '@spine-center/sdk'

/** Name of a file in a Content Lake: its hash, its size in pixels, its format. */
export const MEDIA_FILE = /^[\da-f]{8,64}-\d{1,5}x\d{1,5}\.(?:svg|png|jpe?g|webp|gif|avif)$/u

/** The address under which this site passes a picture on, so that a page asks no other host. */
export function mediaUrl(image: ImageSource, size: {readonly width: number}): string | null {
  const address = imageUrl(image, size)
  if (address === null) return null
  const {pathname, search} = new URL(address)
  const file = pathname.slice(pathname.lastIndexOf('/') + 1)
  return MEDIA_FILE.test(file) ? `/media/${file}${search}` : null
}
