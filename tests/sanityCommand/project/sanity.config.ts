import {defineConfig, defineField, defineType} from 'sanity'

const noteType = defineType({
  name: 'note',
  type: 'document',
  fields: [
    defineField({name: 'title', type: 'string', validation: (rule) => rule.required().max(20)}),
    defineField({name: 'about', type: 'reference', to: [{type: 'note'}]}),
    defineField({name: 'photo', type: 'image'}),
  ],
})

export default defineConfig({projectId: 'spine', dataset: 'production', schema: {types: [noteType]}})
