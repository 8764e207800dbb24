import {reference} from './reference.ts'

type Fields = Readonly<Record<string, unknown>>

/** A piece of a paragraph: plain text, marked text, or a numbered reference. */
export type Part = string | MarkedText | InlineReference

interface MarkedText {
  readonly text: string
  /** An annotation without its key, or a decorator such as `strong`. */
  readonly mark: Fields | string
}

interface InlineReference {
  readonly citation: string
  readonly locator?: string
}

export function strong(text: string): Part {
  return {text, mark: 'strong'}
}

/** Words that make a claim of the article; `claimKey` is the key of that claim. */
export function claimed(claimKey: string, text: string): Part {
  return {text, mark: {_type: 'claimMark', claimKey}}
}

/** A word that the glossary explains; `term` is the id of the glossary term. */
export function explained(term: string, text: string): Part {
  return {text, mark: {_type: 'glossaryMark', term: reference(term)}}
}

export function linked(href: string, text: string): Part {
  return {text, mark: {_type: 'link', href}}
}

/** A numbered reference to a citation, by its id. */
export function cited(citation: string, locator?: string): Part {
  return locator === undefined ? {citation} : {citation, locator}
}

/** A block before it has its keys. */
export interface Draft {
  readonly style: string
  readonly listItem?: string
  readonly parts: readonly Part[]
}

export function paragraph(...parts: readonly Part[]): Draft {
  return {style: 'normal', parts}
}

export function heading(text: string, style: 'h2' | 'h3' = 'h2'): Draft {
  return {style, parts: [text]}
}

export function bullets(...items: readonly (readonly Part[] | string)[]): readonly Draft[] {
  return items.map((item) => ({
    style: 'normal',
    listItem: 'bullet',
    parts: typeof item === 'string' ? [item] : item,
  }))
}

function isInline(part: Part | undefined): boolean {
  return typeof part === 'object' && 'citation' in part
}

/** Sanity's editor keeps a span on both sides of an inline object, so that the cursor can stand there. */
function withSpansAroundInline(parts: readonly Part[]): readonly Part[] {
  return parts.flatMap((part, index) => {
    if (!isInline(part)) return [part]
    const before = index === 0 || isInline(parts[index - 1]) ? [''] : []
    const after = index === parts.length - 1 ? [''] : []
    return [...before, part, ...after]
  })
}

function block(draft: Draft, key: string): Fields {
  const markDefs: Fields[] = []
  const children = withSpansAroundInline(draft.parts).map((part, index): Fields => {
    const _key = `${key}-${index + 1}`
    if (typeof part === 'string') return {_key, _type: 'span', text: part, marks: []}
    if ('citation' in part) {
      const {citation, ...rest} = part
      return {_key, _type: 'citationRef', citation: reference(citation), ...rest}
    }
    if (typeof part.mark === 'string') return {_key, _type: 'span', text: part.text, marks: [part.mark]}
    markDefs.push({_key: `${_key}-mark`, ...part.mark})
    return {_key, _type: 'span', text: part.text, marks: [`${_key}-mark`]}
  })
  const list = draft.listItem === undefined ? {} : {listItem: draft.listItem, level: 1}
  return {_key: key, _type: 'block', style: draft.style, ...list, markDefs, children}
}

/** A block object of an article body, such as a warning or an exercise card. */
export interface BlockObject {
  readonly _type: string
  readonly [field: string]: unknown
}

function isDraft(content: Draft | BlockObject): content is Draft {
  return 'parts' in content
}

/** Gives blocks and block objects their keys, in order: `b1`, `b2`, … */
export function portableText(
  ...content: readonly (Draft | BlockObject | readonly Draft[])[]
): readonly Fields[] {
  return content.flat().map((entry, index) => {
    const key = `b${index + 1}`
    return isDraft(entry) ? block(entry, key) : {_key: key, ...entry}
  })
}
