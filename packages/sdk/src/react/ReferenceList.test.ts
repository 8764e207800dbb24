import * as fc from 'fast-check'
import {createElement, type ReactNode} from 'react'
import {renderToStaticMarkup} from 'react-dom/server'
import {describe, expect, it} from 'vitest'
import {html, joinMarkup, type MarkupValue} from '../html/html.ts'
import {Markup} from '../html/Markup.ts'
import {parseElements, parseText} from '../html/parseHtml.fixture.ts'
import {referencesToHtml} from '../html/referencesToHtml.ts'
import {ReferenceList, type ReferenceListProps} from './ReferenceList.ts'

type Citation = {readonly _id: string; readonly title: string}

const references = ['One', 'Two'].map((title, index) => ({
  number: index + 1,
  citation: {_id: title, title},
  anchor: `reference-${index + 1}`,
  uses: [`cited-${index + 1}-1`],
}))

function asElements(
  formatReference: (citation: Citation) => MarkupValue | ReactNode,
  elements: NonNullable<ReferenceListProps<Citation>['elements']> = {},
): string {
  return renderToStaticMarkup(createElement(ReferenceList<Citation>, {references, formatReference, elements}))
}

/** What is shown as elements and as HTML: every element with its attributes, and the text of it all. */
function bothWays(formatReference: (citation: Citation) => MarkupValue) {
  const sources = [asElements(formatReference), referencesToHtml(references, {formatReference})]
  const [elements, html] = sources.map((source) => ({
    elements: parseElements(source),
    text: parseText(source),
  }))
  return {elements, html}
}

const Strong = ({children}: {readonly children?: ReactNode}) => createElement('b', {}, children)

describe('markup of others', () => {
  it.each([
    '<i data-x1="1">Spine</i>',
    "<i title='single'>Spine</i>",
    '<i class=bare>Spine</i>',
    '<a href=https://example.org/a?b=c/d>Spine</a>',
    'One<hr>Two<br>Three',
    'One<!-- two -->Three',
    '<my-note lang="en">Spine</my-note>',
    '<b style="color: red; --x: 1">Spine</b>',
    '<p hidden>Spine</p>',
    '<details open><summary>More</summary>Spine</details>',
    '<a href="/a" onclick="go()" tabindex="0">Spine</a>',
    '&copy; 2026 &eacute;&nbsp;&#8211;&#x2014; AT&T &unknown; &ampere',
    '<I CLASS="Loud">Spine</I>',
    '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>',
    '<table><tbody><tr><td colspan="2">1</td></tr></tbody></table>',
    '<input value="x"><label for="y">Spine</label>',
    '<script>if (1 < 2) go()</script>',
  ])('is the same as elements and as HTML: %s', (source) => {
    const alone = bothWays(() => new Markup(source))
    expect(alone.elements).toEqual(alone.html)
    const among = bothWays(({title}) => ['In: ', new Markup(source), html` <cite>${title}</cite>`])
    expect(among.elements).toEqual(among.html)
  })

  it('is the same however it is put together', () => {
    const text = fc.oneof(
      fc.string().map((words) => html`${words}`),
      fc.constantFrom('&copy;', '&#233;', 'a & b', '<!--x-->', '<hr>', '<br/>', '<wbr>').map(asMarkup),
    )
    const attribute = fc.constantFrom(
      '',
      ' class=x',
      " title='<'",
      ' hidden',
      ' lang',
      ' style="color:red"',
      ' data-9="&lt;"',
      ' DIR=rtl',
    )
    const name = fc.constantFrom('b', 'i', 'span', 'cite', 'x-y', 'EM', 'mark', 'details', 'time')
    const {node} = fc.letrec<{node: Markup}>((tie) => ({
      node: fc.oneof(
        {depthSize: 'small'},
        text,
        fc
          .tuple(name, attribute, fc.array(tie('node'), {maxLength: 3}))
          .map(([tag, written, inner]) =>
            asMarkup(`<${tag}${written}>${joinMarkup(inner).toString()}</${tag}>`),
          ),
      ),
    }))
    fc.assert(
      fc.property(node, (markup) => {
        const {elements, html: expected} = bothWays(() => markup)
        expect(elements).toEqual(expected)
      }),
      {numRuns: 300},
    )
  })

  it('never takes the page down, and never leaves an entry out', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '</',
        '<i',
        '"',
        "'",
        '=',
        '&',
        ';',
        '<!--',
        '-->',
        '</li></ol>',
        '<p>',
        '<td>',
      ),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 6}), (pieces) => {
        const shown = asElements(() => new Markup(pieces.join('')))
        expect(shown).toContain('<li id="reference-1" value="1">')
        expect(shown).toContain('<li id="reference-2" value="2">')
      }),
      {numRuns: 300},
    )
  })
})

function asMarkup(source: string): Markup {
  return new Markup(source)
}

describe('elements', () => {
  it('may be given instead of markup', () => {
    const shown = asElements(({title}) => createElement('cite', {}, title))
    const expected = referencesToHtml(references, {formatReference: ({title}) => html`<cite>${title}</cite>`})
    expect(parseElements(shown)).toEqual(parseElements(expected))
  })

  it.each<[MarkupValue]>([['text'], [3], [null], [false], [['a', 'b']]])('or text: %j', (value) => {
    const {elements, html: expected} = bothWays(() => value)
    expect(elements).toEqual(expected)
  })

  it('take the place of those that markup has', () => {
    const shown = asElements(() => html`<p>Spine</p>`, {p: Strong, li: Strong, a: Strong})
    expect(parseElements(shown).map(({name}) => name)).toEqual(['ol', 'b', 'b', 'b', 'b', 'b', 'b'])
  })
})
