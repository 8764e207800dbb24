/** The address when it is one that others can follow (http or https, whole), or null. */
export function webAddress(address: string | null | undefined): string | null {
  if (!address || !URL.canParse(address)) return null
  const {protocol, href} = new URL(address)
  return protocol === 'https:' || protocol === 'http:' ? href : null
}

/**
 * The address of a page of the site.
 *
 * @throws TypeError when it is not a whole http or https address
 */
export function pageAddress(address: string): string {
  const url = webAddress(address)
  if (url === null) {
    throw new TypeError(
      `“${address}” is not the address of a page. Give the whole address, such as https://clinic.example/articles/walking.`,
    )
  }
  return url
}
