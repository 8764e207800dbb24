import type {MarkDefinition} from './bodyBlocks.ts'
import {checkLink} from './checkLink.ts'
import type {RenderContext} from './createRenderContext.ts'
import {html} from './html.ts'
import type {Markup} from './Markup.ts'

/** Puts a mark around text; `isLink` says that no other link may stand inside. */
export interface MarkWrap {
  readonly isLink: boolean
  around(inner: Markup): Markup
}

const plain: MarkWrap = {isLink: false, around: (inner) => inner}

const DECORATORS: ReadonlyMap<string, MarkWrap> = new Map([
  ['strong', {isLink: false, around: (inner: Markup) => html`<strong>${inner}</strong>`}],
  ['em', {isLink: false, around: (inner: Markup) => html`<em>${inner}</em>`}],
])

/** Finds out what a mark stands for: a decorator, or the key of one of the block's definitions. */
export function renderMark(
  mark: string,
  definitions: readonly MarkDefinition[],
  context: RenderContext,
  insideLink: boolean,
): MarkWrap {
  const decorator = DECORATORS.get(mark)
  if (decorator) return decorator
  const definition = definitions.find(({_key: key}) => key === mark)
  switch (definition?._type) {
    case 'link':
      return renderLink(definition.href, context, insideLink)
    case 'claimMark':
      return renderClaim(definition.claimKey ?? '', context)
    case 'glossaryMark':
      return renderTerm(definition, context, insideLink)
    case undefined:
    default:
      context.report('unknown-mark', `The mark “${mark}” is not known; its text is shown without it.`)
      return plain
  }
}

function renderLink(href: string | null | undefined, context: RenderContext, insideLink: boolean): MarkWrap {
  const url = checkLink(href ?? '', context)
  return url === null || insideLink
    ? plain
    : {isLink: true, around: (inner) => html`<a href="${url}">${inner}</a>`}
}

// A figure nobody can trace is said to be one where it stands (in words, not in colour alone).
function renderClaim(claimKey: string, context: RenderContext): MarkWrap {
  const claim = context.claims.get(claimKey)
  if (!claim) {
    context.report(
      'missing-document',
      `The text marks the claim “${claimKey}”, which the article does not list.`,
    )
    return plain
  }
  const {status} = claim
  if (!status || status === 'supported') return plain
  return {
    isLink: false,
    around: (inner) =>
      html`<span class="claim claim--${status}"
        >${inner} <span class="claim__status">(${context.labels[`claim.${status}`]})</span></span
      >`,
  }
}

function renderTerm(
  {term}: Extract<MarkDefinition, {_type: 'glossaryMark'}>,
  context: RenderContext,
  insideLink: boolean,
): MarkWrap {
  const use = term && !insideLink ? context.terms.use(term) : null
  if (!term) context.report('missing-document', 'The glossary term behind a mark is not published.')
  if (!use) return plain
  return {
    isLink: true,
    around: (inner) => html`<a class="term" id="${use.anchor}" href="#${use.target}">${inner}</a>`,
  }
}
