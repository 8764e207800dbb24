import {DOCS, RED, GREEN, BLUE, WHITE, BLACK} from './vocabulary.ts'
import type {Row} from './vocabulary.ts'

/** Cases of images: sizes. */
export const sizes: readonly Row[] = [
  {
    rule: 'w keeps the shape',
    source: `${DOCS}: w "Width of the image in pixels"`,
    search: 'w=100',
    size: [100, 50],
  },
  {
    rule: 'h keeps the shape',
    source: `${DOCS}: h "Height of the image in pixels"`,
    search: 'h=50',
    size: [100, 50],
  },
  {
    rule: 'w and h fit inside by default',
    source: `${DOCS}: fit=clip is the default`,
    search: 'w=100&h=100',
    size: [100, 50],
  },
  {
    rule: 'fit=clip',
    source: `${DOCS}: "the image is resized to fit within the bounds"`,
    search: 'w=100&h=100&fit=clip',
    size: [100, 50],
  },
  {
    rule: 'fit=crop fills the box and cuts the rest',
    source: `${DOCS}: crop`,
    search: 'w=100&h=100&fit=crop',
    size: [100, 100],
    colours: {'10,10': RED, '90,10': GREEN, '10,90': BLUE, '90,90': WHITE},
  },
  {
    rule: 'fit=fill fits inside and fills the rest',
    source: `${DOCS}: fill "any free area not covered by your image is filled with the color specified in the bg parameter"`,
    search: 'w=100&h=100&fit=fill&bg=000000',
    size: [100, 100],
    colours: {'50,5': BLACK, '10,40': RED, '90,60': WHITE, '50,95': BLACK},
  },
  {
    rule: 'fit=fillmax does not enlarge',
    source: `${DOCS}: fillmax "will not scale up"`,
    search: 'w=600&h=600&fit=fillmax&bg=000000',
    size: [600, 600],
    colours: {'5,300': BLACK, '150,250': RED, '450,350': WHITE},
  },
  {
    rule: 'fit=max does not enlarge',
    source: `${DOCS}: max "Will not enlarge the image"`,
    search: 'w=800&h=800&fit=max',
    size: [400, 200],
  },
  {rule: 'fit=max makes smaller', source: `${DOCS}: max`, search: 'w=200&h=200&fit=max', size: [200, 100]},
  {
    rule: 'fit=min crops to the shape without enlarging',
    source: `${DOCS}: min "Resizes and crops the image to match the aspect ratio … Will not exceed the original"`,
    search: 'w=400&h=400&fit=min',
    size: [200, 200],
  },
  {
    rule: 'fit=scale stretches',
    source: `${DOCS}: scale "ignores the aspect ratio"`,
    search: 'w=100&h=100&fit=scale',
    size: [100, 100],
    colours: {'10,10': RED, '90,90': WHITE},
  },
  {rule: 'clip enlarges', source: `${DOCS}: clip`, search: 'w=800', size: [800, 400]},
]
