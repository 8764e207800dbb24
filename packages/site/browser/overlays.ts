import {enableVisualEditing} from '@sanity/visual-editing'

// Runs in an editor's browser alone, inside the Studio's Presentation tool or beside it.
enableVisualEditing({
  history: {
    subscribe(navigate) {
      navigate({type: 'replace', title: document.title, url: location.pathname + location.search})
      return () => undefined
    },
    update({type, url}) {
      if (type === 'pop') history.back()
      else location.assign(url)
    },
  },
  refresh: () => refresh(),
  onPerspectiveChange: (perspective) => void changePerspective(String(perspective)),
})

let shown: string | undefined

async function changePerspective(perspective: string): Promise<void> {
  const isFirst = shown === undefined
  if (shown === perspective) return
  shown = perspective
  await fetch('/preview/perspective', {method: 'POST', body: perspective})
  // The page was made for what the Studio showed when it opened the preview.
  if (!isFirst) await refresh()
}

let latest = 0

/** Takes over the page as it is now; where the editor has scrolled to stays. */
async function refresh(): Promise<void> {
  const turn = ++latest
  const response = await fetch(location.href, {headers: {accept: 'text/html'}})
  const next = new DOMParser().parseFromString(await response.text(), 'text/html')
  // An answer that was overtaken by a later one is of no use.
  if (turn !== latest) return
  for (const selector of ['main', 'body > header', 'body > footer']) {
    const [old, fresh] = [document.querySelector(selector), next.querySelector(selector)]
    if (old && fresh) old.replaceWith(document.adoptNode(fresh))
  }
  document.title = next.title
}
