import {defineDocuments} from 'sanity/presentation'

/** Which document a page of the site shows, so that the Studio opens it beside the preview. */
export const mainDocuments = defineDocuments([
  {route: '/articles/:slug', filter: '_type == "article" && slug.current == $slug'},
  {route: '/exercises/:slug', filter: '_type == "exercise" && slug.current == $slug'},
])
