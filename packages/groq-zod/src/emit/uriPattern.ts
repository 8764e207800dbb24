import type {StringChecks} from '../types/type.ts'

/**
 * The source of a pattern, to be used with the flags `iu`, for what `isUri` accepts; nothing where a scheme is itself a
 * pattern. Of relative addresses it leaves those to zod that begin with a word and have a colon further on. The empty
 * text passes, unless it is not to be.
 */
export function uriPattern(uri: NonNullable<StringChecks['uri']>, isFilled: boolean): string | undefined {
  if (uri.schemes.length === 0 || !uri.schemes.every((scheme) => /^[a-z\d-]+$/iu.test(scheme)))
    return undefined
  const absolute = String.raw`\s*(?:${uri.schemes.join('|')}):`
  if (!uri.allowRelative) return isFilled ? `^${absolute}` : `^(?:${absolute}|$)`
  return `^(?:${absolute}|[./?#]|[^:]${isFilled ? '+' : '*'}$)`
}
