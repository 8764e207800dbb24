export default {
  schema: '../../../../schema/schema.json',
  queries: './*Position.ts',
  output: '../generated',
  unknownTypes: 'refuse',
}
