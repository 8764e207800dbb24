import {UsersIcon} from '@sanity/icons/Users'
import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'

/** People and organizations. */
export function peopleItem(S: StructureBuilder): ListItemBuilder {
  return S.listItem()
    .id('people')
    .title('People')
    .icon(UsersIcon)
    .child(
      S.list()
        .id('people')
        .title('People')
        .items([
          S.documentTypeListItem('person').title('People'),
          S.documentTypeListItem('organization').title('Organizations'),
        ]),
    )
}
