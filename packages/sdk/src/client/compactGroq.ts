// String literals are kept as they are; comments and runs of white space become one space.
const LITERAL_OR_FILLER = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?:\s|\/\/[^\n]*(?:\n|$))+/g
const PUNCTUATION = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')| ?([{},]) ?/g

/** Takes the layout out of a GROQ query, so that it fits an address: the meaning and every literal stay. */
export function compactGroq(query: string): string {
  return query
    .replace(LITERAL_OR_FILLER, (_match, literal?: string) => literal ?? ' ')
    .replace(PUNCTUATION, (_match, literal?: string, sign?: string) => literal ?? sign ?? '')
    .trim()
}
