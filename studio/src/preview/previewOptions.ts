import {defineDocuments, defineLocations, type PresentationPluginOptions} from 'sanity/presentation'
import {siteAddressOf} from '../site/siteAddressOf.ts'

const PAGES = [
  {type: 'article', route: '/articles/:slug'},
  {type: 'exercise', route: '/exercises/:slug'},
] as const

/**
 * The tool that shows the site with drafts beside the form. The site opens drafts for whoever brings a secret that the
 * Studio has just written into the dataset, and for nobody else.
 */
export function previewOptions(siteUrl: string): PresentationPluginOptions {
  return {
    name: 'preview',
    title: 'Preview',
    previewUrl: {
      initial: siteUrl,
      previewMode: {enable: '/preview/enable', disable: '/preview/disable'},
    },
    resolve: {
      mainDocuments: defineDocuments(
        PAGES.map(({type, route}) => ({
          route,
          filter: `_type == "${type}" && slug.current == $slug`,
        })),
      ),
      locations: Object.fromEntries(
        PAGES.map(({type}) => [
          type,
          defineLocations({
            select: {title: 'title', slug: 'slug'},
            resolve: (selected) => {
              const address = siteAddressOf({_id: '', _type: type, ...selected}, '')
              const title: unknown = selected?.['title']
              return {
                locations: address
                  ? [{title: typeof title === 'string' ? title : 'Untitled', href: address}]
                  : [],
              }
            },
          }),
        ]),
      ),
    },
  }
}
