import type {BreadcrumbNode} from './nodes.ts'
import {createGraph, type JsonLdGraph} from './graph.ts'
import {pageAddress} from './webAddress.ts'

/** One step of the way down to a page. */
export interface BreadcrumbStep {
  readonly name: string
  /** Whole address. */
  readonly url: string
}

/**
 * The way down to a page, from the start page on, as its breadcrumbs show it.
 *
 * @throws TypeError when an address is not a whole one
 *
 * @example
 * ```ts
 * const graph = breadcrumbJsonLd([{name: 'Articles', url: 'https://clinic.example/articles'}])
 * ```
 */
export function breadcrumbJsonLd(steps: readonly BreadcrumbStep[]): JsonLdGraph {
  const list: BreadcrumbNode = {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({name, url}, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: {'@type': 'WebPage', '@id': pageAddress(url)},
    })),
  }
  return createGraph([list])
}
