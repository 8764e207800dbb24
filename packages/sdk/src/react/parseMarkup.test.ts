import {describe, expect, it} from 'vitest'
import {html} from '../html/html.ts'
import {Markup} from '../html/Markup.ts'
import {parseMarkup} from './parseMarkup.ts'

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

  it.each(['<p>', '</p>', '<p></b>', '<p class=x></p>', 'a < b', '<p></p></p>'])('refuses %j', (source) => {
    expect(() => parseMarkup(new Markup(source))).toThrow('not well formed')
  })
})
