/** A path of this site, whatever is asked for: an address that leads elsewhere becomes the home page. */
export function ownPath(path: string): string {
  const base = 'http://site.invalid'
  if (!URL.canParse(path, base)) return '/'
  const url = new URL(path, base)
  url.searchParams.delete('sanity-preview-perspective')
  return url.origin === base && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : '/'
}
