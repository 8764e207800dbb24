import {CogIcon} from '@sanity/icons/Cog'
import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'

/** The one document that holds the settings of the site. */
export const SETTINGS_ID = 'siteSettings'

/** Opens the settings of the site at once: there is one such document. */
export function settingsItem(S: StructureBuilder): ListItemBuilder {
  return S.listItem()
    .id('settings')
    .title('Settings')
    .icon(CogIcon)
    .child(S.document().schemaType('siteSettings').documentId(SETTINGS_ID).title('Site settings'))
}
