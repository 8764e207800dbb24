import {defineArrayMember, defineField, defineType} from '@sanity/types'

/** A small health-content schema that uses every kind of field and rule the generator must understand. */
export const schemaTypes = [
  defineType({
    name: 'seo',
    type: 'object',
    fields: [
      defineField({name: 'title', type: 'string', validation: (rule) => rule.max(60)}),
      defineField({name: 'noindex', type: 'boolean'}),
      defineField({name: 'canonical', type: 'url', validation: (rule) => rule.uri({scheme: ['https']})}),
    ],
  }),
  defineType({
    name: 'dosage',
    type: 'object',
    fields: [
      defineField({
        name: 'sets',
        type: 'number',
        validation: (rule) => rule.required().integer().min(1).max(10),
      }),
      defineField({name: 'intensity', type: 'number', validation: (rule) => rule.min(0).precision(1)}),
      defineField({
        name: 'unit',
        type: 'string',
        options: {list: ['rep', 'second']},
        validation: (rule) => rule.required(),
      }),
      defineField({name: 'level', type: 'number', options: {list: [1, 2, 3]}}),
      defineField({
        name: 'range',
        type: 'object',
        fields: [
          defineField({name: 'min', type: 'number', validation: (rule) => rule.required()}),
          defineField({name: 'max', type: 'number', validation: (rule) => rule.required()}),
        ],
      }),
    ],
  }),
  defineType({
    name: 'step',
    type: 'object',
    fields: [
      defineField({name: 'text', type: 'string', validation: (rule) => rule.required().min(3).max(220)}),
      defineField({name: 'substeps', type: 'array', of: [defineArrayMember({type: 'step'})]}),
    ],
  }),
  defineType({
    name: 'figure',
    type: 'image',
    fields: [defineField({name: 'alt', type: 'string', validation: (rule) => rule.required()})],
  }),
  defineType({
    name: 'callout',
    type: 'object',
    fields: [
      defineField({
        name: 'severity',
        type: 'string',
        options: {list: ['info', 'warning', 'danger']},
        validation: (rule) => rule.required(),
      }),
      defineField({name: 'body', type: 'richText'}),
    ],
  }),
  defineType({
    name: 'richText',
    type: 'array',
    of: [
      defineArrayMember({
        type: 'block',
        styles: [
          {title: 'Normal', value: 'normal'},
          {title: 'Heading', value: 'h2'},
        ],
        lists: [{title: 'Bullet', value: 'bullet'}],
        marks: {
          decorators: [{title: 'Strong', value: 'strong'}],
          annotations: [
            {
              name: 'link',
              type: 'object',
              fields: [
                {
                  name: 'href',
                  type: 'url',
                  validation: (rule) => rule.required().uri({scheme: ['https', 'http']}),
                },
              ],
            },
          ],
        },
        of: [
          {
            name: 'citationRef',
            type: 'object',
            fields: [
              {
                name: 'citation',
                type: 'reference',
                to: [{type: 'citation'}],
                validation: (rule) => rule.required(),
              },
              {name: 'locator', type: 'string'},
            ],
          },
        ],
      }),
      defineArrayMember({type: 'figure'}),
      defineArrayMember({type: 'callout'}),
      defineArrayMember({
        name: 'exerciseCard',
        type: 'object',
        fields: [
          {
            name: 'exercise',
            type: 'reference',
            to: [{type: 'exercise'}],
            validation: (rule) => rule.required(),
          },
        ],
      }),
    ],
  }),
  defineType({
    name: 'person',
    type: 'document',
    fields: [
      defineField({name: 'name', type: 'string', validation: (rule) => rule.required()}),
      defineField({name: 'slug', type: 'slug', validation: (rule) => rule.required()}),
      defineField({name: 'email', type: 'email'}),
      defineField({name: 'bio', type: 'text'}),
      defineField({name: 'born', type: 'date'}),
    ],
  }),
  defineType({
    name: 'citation',
    type: 'document',
    fields: [
      defineField({name: 'title', type: 'string', validation: (rule) => rule.required()}),
      defineField({
        name: 'year',
        type: 'number',
        validation: (rule) => rule.required().integer().greaterThan(1500).lessThan(2100),
      }),
      defineField({
        name: 'doi',
        type: 'string',
        validation: (rule) => rule.regex(/^10\.\d{4,9}\/\S+$/, {name: 'DOI'}),
      }),
      defineField({
        name: 'authors',
        type: 'array',
        of: [
          defineArrayMember({
            type: 'object',
            name: 'author',
            fields: [
              {name: 'family', type: 'string', validation: (rule) => rule.required()},
              {name: 'given', type: 'string'},
            ],
          }),
          defineArrayMember({type: 'reference', to: [{type: 'person'}]}),
        ],
      }),
    ],
  }),
  defineType({
    name: 'condition',
    type: 'document',
    fields: [
      defineField({name: 'label', type: 'string', validation: (rule) => rule.required()}),
      defineField({name: 'slug', type: 'slug', validation: (rule) => rule.required()}),
      defineField({name: 'broader', type: 'array', of: [{type: 'reference', to: [{type: 'condition'}]}]}),
      defineField({name: 'place', type: 'geopoint'}),
    ],
  }),
  defineType({
    name: 'exercise',
    type: 'document',
    fields: [
      defineField({name: 'title', type: 'string', validation: (rule) => rule.required().max(80)}),
      defineField({name: 'slug', type: 'slug', validation: (rule) => rule.required()}),
      defineField({
        name: 'kind',
        type: 'string',
        options: {list: ['aerobic', 'strength', 'mobility']},
        validation: (rule) => rule.required(),
      }),
      defineField({
        name: 'difficulty',
        type: 'number',
        validation: (rule) => rule.required().integer().min(1).max(5),
      }),
      defineField({
        name: 'steps',
        type: 'array',
        of: [{type: 'step'}],
        validation: (rule) => rule.required().min(1).max(20),
      }),
      defineField({name: 'dosage', type: 'dosage'}),
      defineField({name: 'alternatives', type: 'array', of: [{type: 'reference', to: [{type: 'exercise'}]}]}),
      defineField({name: 'tags', type: 'array', of: [{type: 'string'}], validation: (rule) => rule.unique()}),
      defineField({name: 'video', type: 'file'}),
    ],
  }),
  defineType({
    name: 'article',
    type: 'document',
    fields: [
      defineField({name: 'title', type: 'string', validation: (rule) => rule.required().min(1).max(70)}),
      defineField({name: 'slug', type: 'slug', validation: (rule) => rule.required()}),
      defineField({
        name: 'kind',
        type: 'string',
        options: {list: ['guide', 'news']},
        validation: (rule) => rule.required(),
      }),
      defineField({name: 'publishedAt', type: 'datetime', validation: (rule) => rule.required()}),
      defineField({name: 'views', type: 'number', validation: (rule) => rule.min(0)}),
      defineField({name: 'featured', type: 'boolean'}),
      defineField({name: 'hero', type: 'figure'}),
      defineField({name: 'seo', type: 'seo'}),
      defineField({name: 'body', type: 'richText', validation: (rule) => rule.required()}),
      defineField({
        name: 'author',
        type: 'reference',
        to: [{type: 'person'}],
        validation: (rule) => rule.required(),
      }),
      defineField({
        name: 'related',
        type: 'array',
        of: [{type: 'reference', to: [{type: 'article'}, {type: 'exercise'}]}],
      }),
      defineField({
        name: 'recommends',
        type: 'array',
        of: [
          defineArrayMember({
            name: 'exerciseUse',
            type: 'object',
            fields: [
              {
                name: 'exercise',
                type: 'reference',
                to: [{type: 'exercise'}],
                validation: (rule) => rule.required(),
              },
              {name: 'caution', type: 'string'},
              {name: 'dosage', type: 'dosage'},
            ],
          }),
        ],
      }),
      defineField({name: 'scores', type: 'array', of: [{type: 'number'}]}),
      defineField({
        name: 'keyMessages',
        type: 'array',
        of: [{type: 'string'}],
        validation: (rule) => rule.min(1).max(4),
      }),
      defineField({
        name: 'audience',
        type: 'object',
        fields: [
          {
            name: 'primary',
            type: 'array',
            of: [{type: 'reference', to: [{type: 'condition'}]}],
            validation: (rule) => rule.required(),
          },
          {name: 'ageBand', type: 'string'},
        ],
      }),
    ],
  }),
]
