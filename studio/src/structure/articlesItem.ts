import {ClockIcon} from '@sanity/icons/Clock'
import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {UserIcon} from '@sanity/icons/User'
import {articleKinds} from '@spine-center/schema'
import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'
import {documentList} from './documentList.ts'

// The schema names one article of a kind; a list holds several.
const LIST_TITLES: Record<(typeof articleKinds)[number]['value'], string> = {
  'patient-guide': 'Patient guides',
  blog: 'Blog posts',
  faq: 'Questions and answers',
  programme: 'Exercise programmes',
  news: 'News',
}

/** Articles, whole and in the ways that editors look for them, with what they are filed under. */
export function articlesItem(S: StructureBuilder): ListItemBuilder {
  return S.listItem()
    .id('articles')
    .title('Articles')
    .icon(DocumentTextIcon)
    .child(
      S.list()
        .id('articles')
        .title('Articles')
        .items([
          S.documentTypeListItem('article').id('all').title('All articles'),
          documentList(S, 'article', {
            id: 'review-due',
            title: 'Review overdue',
            icon: ClockIcon,
            filter: 'dateTime(nextReviewDue + "T00:00:00Z") < dateTime(now())',
          }),
          documentList(S, 'article', {
            id: 'unreviewed',
            title: 'Without a clinical review',
            icon: UserIcon,
            filter: 'count(reviews[scope == "clinical" && outcome != "rejected"]) in [0, null]',
          }),
          S.divider(),
          ...articleKinds.map(({value}) =>
            documentList(S, 'article', {
              id: value,
              title: LIST_TITLES[value],
              filter: 'kind == $kind',
              params: {kind: value},
            }),
          ),
          S.divider(),
          S.documentTypeListItem('topic').title('Topics'),
          S.documentTypeListItem('glossaryTerm').title('Glossary'),
        ]),
    )
}
