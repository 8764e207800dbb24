import {SplitVerticalIcon} from '@sanity/icons/SplitVertical'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {severities} from '@spine-center/schema'
import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'
import {documentList} from './documentList.ts'

/** Rules by severity, the conditions they speak of, red flags and disclaimers. */
export function safetyItem(S: StructureBuilder): ListItemBuilder {
  return S.listItem()
    .id('safety')
    .title('Safety')
    .icon(WarningOutlineIcon)
    .child(
      S.list()
        .id('safety')
        .title('Safety')
        .items([
          S.documentTypeListItem('contraindication').title('All rules'),
          ...severities.map(({value, title}) =>
            documentList(S, 'contraindication', {
              id: value,
              title,
              filter: 'severity == $severity',
              params: {severity: value},
            }),
          ),
          documentList(S, 'contraindication', {
            id: 'contested',
            icon: SplitVerticalIcon,
            title: 'Contested',
            filter: 'consensus == "contested"',
          }),
          S.divider(),
          S.documentTypeListItem('condition').title('Conditions'),
          S.documentTypeListItem('carePathway').title('Care pathways (red flags)'),
          S.documentTypeListItem('disclaimer').title('Disclaimers'),
        ]),
    )
}
