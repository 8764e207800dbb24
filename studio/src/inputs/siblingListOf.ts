import type {Path} from 'sanity'

/** A list of the same document whose entries a field names by their key. */
export interface SiblingList {
  /** Field of the document that holds the list. */
  field: 'claims' | 'faqs'
  /** Field of an entry that tells it apart. */
  label: 'text' | 'question'
  /** What the editor reads when the list is empty. */
  whenEmpty: string
}

const claims: SiblingList = {
  field: 'claims',
  label: 'text',
  whenEmpty: 'This article has no claims yet. Add them on the Evidence tab.',
}
const faqs: SiblingList = {
  field: 'faqs',
  label: 'question',
  whenEmpty: 'This article has no questions yet. Add them on the Content tab.',
}

/** The list that a text field points into by key, known by the name of the field; nothing for other fields. */
export function siblingListOf(path: Path): SiblingList | undefined {
  const name = path.findLast((segment) => typeof segment === 'string')
  switch (name) {
    case 'claimKey':
    case 'claimKeys':
      return claims
    case 'faqKeys':
      return faqs
    default:
      return undefined
  }
}
