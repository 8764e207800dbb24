import type {Article} from '../content/results.ts'
import {given} from './given.ts'
import type {CredentialNode, PersonNode} from './nodes.ts'
import {webAddress} from './webAddress.ts'

/** A person as bylines show them. */
export type Byline = NonNullable<Article['people'][number]>

/** Where a person is found, and on which day credentials are looked at. */
export interface PersonPlace {
  /** `@id` of the node. */
  readonly id: string
  /** Address of the person's page on this site. */
  readonly page: string | null
  /** Day such as `2026-11-24`: credentials that ended before are left out. */
  readonly today: string
}

/** Name and valid credentials of a person. */
export function personNode(
  person: Byline,
  {id, page, today}: PersonPlace,
): PersonNode & {readonly '@id': string} {
  const {name, credentials, orcid, profileUrl} = person
  const valid = (credentials ?? []).filter(({validThrough}) => !validThrough || validThrough >= today)
  const profile = webAddress(profileUrl)
  const same = [orcid ? `https://orcid.org/${orcid}` : null, page ? profile : null]
  return {
    '@type': 'Person',
    '@id': id,
    name: [`${name.given} ${name.family}`, name.suffix].filter(Boolean).join(', '),
    givenName: name.given,
    familyName: name.family,
    ...given('honorificSuffix', valid.map(({code}) => code).join(', ')),
    ...given('url', page ?? profile),
    ...given(
      'sameAs',
      same.flatMap((address) => address ?? []),
    ),
    ...given('hasCredential', valid.map(credentialNode)),
  }
}

function credentialNode({code, name, issuer}: NonNullable<Byline['credentials']>[number]): CredentialNode {
  return {
    '@type': 'EducationalOccupationalCredential',
    name: name ?? code,
    ...given('alternateName', name ? code : null),
    ...given('recognizedBy', issuer ? {'@type': 'Organization' as const, name: issuer} : null),
  }
}
