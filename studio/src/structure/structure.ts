import type {ListBuilder, StructureBuilder} from 'sanity/structure'
import {articlesItem} from './articlesItem.ts'
import {evidenceItem} from './evidenceItem.ts'
import {exercisesItem} from './exercisesItem.ts'
import {marketingItem} from './marketingItem.ts'
import {peopleItem} from './peopleItem.ts'
import {safetyItem} from './safetyItem.ts'
import {settingsItem} from './settingsItem.ts'

/** The content by subject, in the order in which editors work on it. */
export function structure(S: StructureBuilder): ListBuilder {
  return S.list()
    .id('content')
    .title('Content')
    .items([
      articlesItem(S),
      exercisesItem(S),
      safetyItem(S),
      evidenceItem(S),
      S.divider(),
      marketingItem(S),
      peopleItem(S),
      S.divider(),
      settingsItem(S),
    ])
}
