import type {DocumentPluginOptions} from 'sanity'
import {guardPublish} from '../safety/guardPublish.tsx'
import {siteAddressOf} from '../site/siteAddressOf.ts'

// There is one settings document: it can be changed, not made again or taken away.
const SETTINGS_ACTIONS: readonly (string | undefined)[] = ['publish', 'discardChanges', 'restore']

/** What editors can do with documents, beyond and below what the Studio offers by itself. */
export function documentOptions(siteUrl: string): DocumentPluginOptions {
  return {
    newDocumentOptions: (templates) => templates.filter(({templateId}) => templateId !== 'siteSettings'),
    actions: (actions, {schemaType}) => {
      if (schemaType === 'siteSettings') {
        return actions.filter(({action}) => SETTINGS_ACTIONS.includes(action))
      }
      if (schemaType !== 'article') return actions
      return actions.map((action) => (action.action === 'publish' ? guardPublish(action) : action))
    },
    productionUrl: async (previous, {document}) => siteAddressOf(document, siteUrl) ?? previous,
  }
}
