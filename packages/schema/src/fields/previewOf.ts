import type {PreviewValue} from '@sanity/types'

interface PreviewParts {
  title: string
  subtitle?: string | undefined
  media?: PreviewValue['media'] | undefined
}

/** What a list shows of a value; parts that are missing or empty are left out. */
export function previewOf({title, subtitle, media}: PreviewParts): PreviewValue {
  return {title, ...(subtitle ? {subtitle} : {}), ...(media === undefined ? {} : {media})}
}
