import type {StringChecks} from '../types/type.ts'

/**
 * The source of a pattern, to be used with the flags `iu`, that accepts what `isUri` accepts; nothing where a scheme is
 * itself a pattern. The empty text passes, unless it is not to be.
 */
export function uriPattern(uri: NonNullable<StringChecks['uri']>, isFilled: boolean): string | undefined {
  if (uri.schemes.length === 0) return undefined
  if (!uri.schemes.every((scheme) => /^[a-z\d-]+$/iu.test(scheme))) return undefined
  const known = `(?:${uri.schemes.join('|')}):`
  if (!uri.allowRelative) return isFilled ? String.raw`^\s*${known}` : String.raw`^(?:$|\s*${known})`
  // What may be relative must only not have a scheme that is not among the known ones.
  return String.raw`^(?!${isFilled ? '$|' : ''}\s*(?!${known})[a-z][a-z\d+.-]*:)`
}
