import {describe, expect, it} from 'vitest'
import {html} from '../html/html.ts'
import {Markup} from '../html/Markup.ts'
import {parseMarkup} from './parseMarkup.ts'

const paragraph = (attributes: Record<string, string>, ...children: readonly string[]) => [
  {name: 'p', attributes, children},
]

describe('parseMarkup', () => {
  it('gives back text and attributes as they were before they were escaped', () => {
    const words = `<b> & "quoted" 'single' &lt;`
    expect(parseMarkup(html`<p class="${words}">${words}<br />x</p>`)).toEqual([
      {
        name: 'p',
        attributes: {class: words},
        children: [words, {name: 'br', attributes: {}, children: []}, 'x'],
      },
    ])
  })

  it.each([
    ['<p title="" data-x1="1">x</p>', paragraph({title: '', 'data-x1': '1'}, 'x')],
    ['<p class="a>b">A&nbsp;B</p>', paragraph({class: 'a>b'}, 'A\u00A0B')],
  ])('reads what others write as we do: %j', (source, nodes) => {
    expect(parseMarkup(new Markup(source))).toEqual(nodes)
  })

  it.each([
    '<p>',
    '</p>',
    '<p></b>',
    '<p></p></p>',
    'a < b',
    '<P>x</P>',
    '<br></br>',
    '<p>AT&T</p>',
    '<p>&eacute;</p>',
    '<p>&#8211;</p>',
    '<p>&constructor;</p>',
    '<p style="color: red">x</p>',
    '<p hidden>x</p>',
    '<p onclick="x()">x</p>',
    "<p class='a'>x</p>",
    '<p class=a>x</p>',
    '<p title>x</p>',
    '<p title="AT&T">x</p>',
    '<my-note>x</my-note>',
    '<script>x</script>',
    '<p>x<!-- y --></p>',
  ])('says of %j that it holds more', (source) => {
    expect(parseMarkup(new Markup(source))).toBeNull()
  })
})
