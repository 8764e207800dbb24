const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

// HTML has no way to write these, escaped or not (HTML standard, parse error "control-character-reference").
// oxlint-disable-next-line no-control-regex -- that is what it looks for
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/gu

/** Makes text that means itself, between tags and inside quoted attributes; control characters are dropped. */
export function escapeHtml(text: string): string {
  return text.replace(CONTROLS, '').replace(/[&<>"']/gu, (character) => ESCAPES[character] ?? character)
}
