import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {ErrorOutlineIcon} from '@sanity/icons/ErrorOutline'
import {SearchIcon} from '@sanity/icons/Search'
import {BookIcon} from '@sanity/icons/Book'
import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'
import {documentList} from './documentList.ts'

/** Citations, and those that need attention. */
export function evidenceItem(S: StructureBuilder): ListItemBuilder {
  return S.listItem()
    .id('evidence')
    .title('Evidence')
    .icon(BookIcon)
    .child(
      S.list()
        .id('evidence')
        .title('Evidence')
        .items([
          S.documentTypeListItem('citation').title('All citations'),
          documentList(S, 'citation', {
            id: 'unverified',
            icon: SearchIcon,
            title: 'Not matched with a record',
            filter: 'verification.status != "matched"',
          }),
          documentList(S, 'citation', {
            id: 'not-current',
            icon: ErrorOutlineIcon,
            title: 'Corrected, retracted or superseded',
            filter: 'state != "current"',
          }),
          documentList(S, 'citation', {
            id: 'without-identifier',
            icon: HelpCircleIcon,
            title: 'Without an identifier',
            filter: 'defined(noIdentifierReason)',
          }),
        ]),
    )
}
