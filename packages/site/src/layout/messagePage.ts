import {html, type MarkupValue} from '@spine-center/sdk/html'
import type {Page} from './pageLayout.ts'

/** A page that says why there is nothing to show, and where to go from here. */
export function messagePage(title: string, explanation: MarkupValue): Page {
  const main = html`<h1>${title}</h1>
    <p class="lead">${explanation}</p>
    <p>From here you can go to</p>
    <ul>
      <li><a href="/articles">the articles</a></li>
      <li><a href="/exercises">the exercises</a></li>
      <li><a href="/get-help">the signs that need help now</a></li>
    </ul>`
  return {title, main, isPrivate: true}
}
