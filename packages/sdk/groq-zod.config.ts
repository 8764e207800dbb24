// Read by `groq-zod`: which queries get a validator, against which schema, and where it is written.
export default {
  schema: '../schema/schema.json',
  constraints: '../schema/constraints.json',
  queries: 'src/queries/*.ts',
  output: 'src/generated',
  zod: 'mini',
  unknownKeys: 'drop',
  unknownTypes: 'refuse',
  lightModules: true,
}
