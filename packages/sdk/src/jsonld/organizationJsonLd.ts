import type {SiteSettings} from '../content/results.ts'
import {given} from './given.ts'
import {createGraph, type JsonLdGraph} from './graph.ts'
import {imageNode} from './imageNode.ts'
import type {OrganizationNode} from './nodes.ts'
import {pageAddress, webAddress} from './webAddress.ts'

/** The clinic or publisher, as the site's settings give it. */
export type SiteOrganization = NonNullable<SiteSettings['organization']>

/** An organization with its own `@id`: its address with `#organization`, or the fallback. */
export function organizationNode(
  organization: SiteOrganization,
  fallbackId: string,
): OrganizationNode & {readonly '@id': string} {
  const url = webAddress(organization.url)
  return {
    '@type': organization.kind === 'clinic' ? 'MedicalOrganization' : 'Organization',
    '@id': url ? `${url}#organization` : fallbackId,
    name: organization.name,
    ...given('url', url),
    ...given('logo', imageNode(organization.logo && {...organization.logo, decorative: false})),
  }
}

/**
 * The clinic, for the site's start page.
 *
 * @throws TypeError when the address is not a whole one
 *
 * @example
 * ```ts
 * const head = toScript(organizationJsonLd(settings.organization, {url: 'https://clinic.example/'}))
 * ```
 */
export function organizationJsonLd(
  organization: SiteOrganization,
  {url}: {readonly url: string},
): JsonLdGraph {
  return createGraph([organizationNode(organization, `${pageAddress(url)}#organization`)])
}
