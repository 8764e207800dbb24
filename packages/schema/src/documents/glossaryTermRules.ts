const MOST_WORDS = 30

/** A definition of thirty words at most. */
export function isShortDefinition(definition: string | undefined): true | string {
  const words = [...new Intl.Segmenter('en', {granularity: 'word'}).segment(definition ?? '')]
  const count = words.filter((segment) => segment.isWordLike).length
  return count <= MOST_WORDS || `This has ${count} words. Say it in ${MOST_WORDS} or fewer.`
}
