import type {Maybe} from './screeningContent.ts'

/** A document is retired once its retirement gives a reason or names what took its place. */
export function isRetired({
  retirement,
}: {
  readonly retirement?: Maybe<{readonly reason?: Maybe<string>; readonly replacedBy?: unknown}>
}): boolean {
  return Boolean(retirement?.reason) || Boolean(retirement?.replacedBy)
}
