import {ImageIcon} from '@sanity/icons/Image'
import {defineField, defineType} from '@sanity/types'
import type {PreviewValue} from '@sanity/types'
import {isRecord} from '../fields/isRecord.ts'
import {previewOf} from '../fields/previewOf.ts'
import {textField} from '../fields/textField.ts'

/** Holds when a picture has an alternative text, or is marked as decorative and has none. */
export function hasAltOrIsDecorative(figure: unknown): true | string {
  if (!isRecord(figure) || figure['image'] === undefined) return true
  const alt = typeof figure['alt'] === 'string' ? figure['alt'].trim() : ''
  const decorative = figure['decorative'] === true
  if (alt === '' && !decorative) {
    return 'Describe the picture in the alternative text, or mark it as decorative.'
  }
  if (alt !== '' && decorative) return 'A decorative picture has no alternative text: keep one of the two.'
  return true
}

/** A picture with its alternative text and caption. */
export const figureType = defineType({
  name: 'figure',
  title: 'Picture',
  type: 'object',
  icon: ImageIcon,
  fields: [
    defineField({
      name: 'image',
      title: 'Picture',
      type: 'image',
      options: {hotspot: true},
      validation: (rule) => rule.required().assetRequired().error('Choose or upload a picture.'),
    }),
    textField({
      name: 'alt',
      title: 'Alternative text',
      description: 'What someone who cannot see it needs to know: for an exercise, the position of the body.',
      hidden: ({parent}) => isRecord(parent) && parent['decorative'] === true && !parent['alt'],
    }),
    // No initial value: it would make a figure, without its picture, of every optional figure field.
    defineField({
      name: 'decorative',
      title: 'Decorative: says nothing that the text does not say',
      type: 'boolean',
    }),
    textField({name: 'caption', title: 'Caption', description: 'Stands below the picture.'}),
  ],
  validation: (rule) => rule.custom(hasAltOrIsDecorative),
  preview: {select: {title: 'alt', caption: 'caption', media: 'image'}, prepare: prepareFigure},
})

function prepareFigure({
  title,
  caption,
  media,
}: {
  title?: string
  caption?: string
  media?: PreviewValue['media']
}) {
  return previewOf({title: title ?? caption ?? 'Picture', subtitle: title ? caption : 'Decorative', media})
}
