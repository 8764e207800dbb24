// Read by `groq-zod`: the site's own queries, checked against the schema as any front end's would be.
export default {
  schema: '../schema/schema.json',
  constraints: '../schema/constraints.json',
  queries: 'src/queries/*.ts',
  output: 'src/generated',
  zod: 'mini',
  unknownKeys: 'drop',
  unknownTypes: 'refuse',
}
