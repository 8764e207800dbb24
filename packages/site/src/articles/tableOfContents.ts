import {html, type Markup} from '@spine-center/sdk/html'

/** Ways to the sections of a long page; nothing for a short one. */
export function tableOfContents(
  sections: readonly {readonly text: string; readonly anchor: string}[],
): Markup | null {
  if (sections.length < 3) return null
  return html`<nav class="contents" aria-labelledby="contents">
    <h2 id="contents">On this page</h2>
    <ul>
      ${sections.map(({text, anchor}) => html`<li><a href="#${anchor}">${text}</a></li>`)}
    </ul>
  </nav>`
}
