import {ArchiveIcon} from '@sanity/icons/Archive'
import {BoltIcon} from '@sanity/icons/Bolt'
import {exerciseKinds} from '@spine-center/schema'
import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'
import {documentList} from './documentList.ts'

/** Exercises by kind, and the movement patterns that they are made of. */
export function exercisesItem(S: StructureBuilder): ListItemBuilder {
  return S.listItem()
    .id('exercises')
    .title('Exercises')
    .icon(BoltIcon)
    .child(
      S.list()
        .id('exercises')
        .title('Exercises')
        .items([
          documentList(S, 'exercise', {
            id: 'in-use',
            title: 'All exercises',
            filter: '!defined(retirement.reason)',
          }),
          documentList(S, 'exercise', {
            id: 'retired',
            icon: ArchiveIcon,
            title: 'Retired',
            filter: 'defined(retirement.reason)',
          }),
          S.divider(),
          ...exerciseKinds.map(({value, title}) =>
            documentList(S, 'exercise', {
              id: value,
              title,
              filter: 'kind == $kind && !defined(retirement.reason)',
              params: {kind: value},
            }),
          ),
          S.divider(),
          S.documentTypeListItem('movementPattern').title('Movement patterns'),
        ]),
    )
}
