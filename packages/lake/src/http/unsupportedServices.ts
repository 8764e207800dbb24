// What Sanity's clients and Studio ask of its hosted service and an embedded lake has not, by the path behind the version.
const SERVICES: readonly (readonly [RegExp, string])[] = [
  [/^agent\//, 'agent actions'],
  [/^(functions|blueprints)\//, 'functions'],
  [/^media-libraries(\/|$)|^assets\/media-library-link\//, 'media library'],
  [/^canvases\/|^assist\/studio-to-canvas\//, 'canvas'],
  [/^knowledge-bases\//, 'knowledge bases'],
  [/^dashboards\//, 'dashboards'],
  [/^collaboration\//, 'collaboration service'],
  [/^descriptors\//, 'descriptors of schemas'],
  [/^schedules\//, 'schedules of single documents (schedule a release instead)'],
  [/^access\//, 'access requests'],
  [/\/settings\/embeddings$|^vectors\/|^embeddings-index\//, 'embeddings'],
  [/^graphql\//, 'GraphQL API'],
]

/** The service of Sanity's that a path asks for, if it is one that this lake has not. */
export function nameUnsupported(path: string): string | undefined {
  const rest = path.replace(/^\/v[^/]+\//, '')
  return SERVICES.find(([pattern]) => pattern.test(rest))?.[1]
}
