import type {Person} from '../content/results.ts'
import {given} from './given.ts'
import {createGraph, type JsonLdGraph} from './graph.ts'
import {imageNode} from './imageNode.ts'
import {personNode} from './personNode.ts'
import {pageAddress, webAddress} from './webAddress.ts'

/** The page of a person. */
export interface PersonJsonLdOptions {
  /** Whole address of the page. */
  readonly url: string
  /** Credentials that ended before are left out. Default now. */
  readonly now?: Date | undefined
}

/**
 * A person with credentials, portrait and affiliations, for their own page.
 *
 * @throws TypeError when the address is not a whole one
 *
 * @example
 * ```ts
 * const head = toScript(personJsonLd(person, {url: 'https://clinic.example/people/ada-moreno'}))
 * ```
 */
export function personJsonLd(person: Person, {url, now = new Date()}: PersonJsonLdOptions): JsonLdGraph {
  const page = pageAddress(url)
  const affiliation = (person.affiliations ?? []).flatMap((organization) =>
    organization
      ? [
          {
            '@type': 'Organization' as const,
            name: organization.name,
            ...given('url', webAddress(organization.url)),
          },
        ]
      : [],
  )
  return createGraph([
    {
      ...personNode(person, {id: `${page}#person`, page, today: now.toISOString().slice(0, 10)}),
      ...given('description', person.bio),
      ...given('image', imageNode(person.portrait)),
      ...given('affiliation', affiliation),
      mainEntityOfPage: page,
    },
  ])
}
