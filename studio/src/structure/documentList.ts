import type {ComponentType} from 'react'
import type {ListItemBuilder, StructureBuilder} from 'sanity/structure'

interface DocumentListOptions {
  /** Part of the address of the list within its parent. */
  id: string
  title: string
  /** GROQ condition on documents of the type. */
  filter: string
  params?: Record<string, string>
  /** The icon of the type unless given. */
  icon?: ComponentType
}

/** A list item that opens the documents of one type for which a condition holds. */
export function documentList(
  S: StructureBuilder,
  schemaType: string,
  {id, title, filter, params, icon}: DocumentListOptions,
): ListItemBuilder {
  const documents = S.documentList()
    .id(id)
    .title(title)
    .schemaType(schemaType)
    .filter(`_type == $type && ${filter}`)
    .params({type: schemaType, ...params})
    .apiVersion('2025-02-19')
  const item = S.listItem().id(id).title(title).schemaType(schemaType).child(documents)
  return icon === undefined ? item : item.icon(icon)
}
