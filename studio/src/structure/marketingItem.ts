import {StackIcon} from '@sanity/icons/Stack'
import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'

/** Feeds of related articles, and the campaigns that run in them. */
export function marketingItem(S: StructureBuilder): ListItemBuilder {
  return S.listItem()
    .id('marketing')
    .title('Marketing')
    .icon(StackIcon)
    .child(
      S.list()
        .id('marketing')
        .title('Marketing')
        .items([
          S.documentTypeListItem('feed').title('Feeds'),
          S.documentTypeListItem('campaign').title('Campaigns'),
        ]),
    )
}
