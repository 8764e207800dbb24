import {DOCS, RED, GREEN, BLUE, WHITE} from './vocabulary.ts'
import type {Row} from './vocabulary.ts'

/** Cases of images: crops. */
export const crops: readonly Row[] = [
  {
    rule: 'crop=left',
    source: `${DOCS}: crop=left`,
    search: 'w=100&h=100&fit=crop&crop=left',
    size: [100, 100],
    colours: {'10,10': RED, '90,10': RED, '90,90': BLUE},
  },
  {
    rule: 'crop=right',
    source: `${DOCS}: crop=right`,
    search: 'w=100&h=100&fit=crop&crop=right',
    size: [100, 100],
    colours: {'10,10': GREEN, '10,90': WHITE},
  },
  {
    rule: 'crop=top',
    source: `${DOCS}: crop=top`,
    search: 'w=400&h=100&fit=crop&crop=top',
    size: [400, 100],
    colours: {'50,90': RED, '350,90': GREEN},
  },
  {
    rule: 'crop=bottom',
    source: `${DOCS}: crop=bottom`,
    search: 'w=400&h=100&fit=crop&crop=bottom',
    size: [400, 100],
    colours: {'50,10': BLUE, '350,10': WHITE},
  },
  {
    rule: 'crop=top,left',
    source: `${DOCS}: "top, bottom, left, right … can be combined"`,
    search: 'w=200&h=50&fit=crop&crop=top,left',
    size: [200, 50],
    colours: {'10,10': RED, '190,10': GREEN},
  },
  {
    rule: 'crop=center',
    source: `${DOCS}: crop=center`,
    search: 'w=100&h=100&fit=crop&crop=center',
    size: [100, 100],
    colours: {'10,10': RED, '90,90': WHITE},
  },
  {
    rule: 'crop=entropy',
    source: `${DOCS}: crop=entropy`,
    search: 'w=100&h=100&fit=crop&crop=entropy',
    size: [100, 100],
  },
  {
    rule: 'crop=focalpoint with fp-x and fp-y',
    source: `${DOCS}: fp-x, fp-y "0 to 1"`,
    search: 'w=100&h=100&fit=crop&crop=focalpoint&fp-x=0&fp-y=0',
    size: [100, 100],
    colours: {'10,10': RED, '90,10': RED},
  },
  {
    rule: 'a focal point at the right',
    source: `${DOCS}: fp-x`,
    search: 'w=100&h=100&fit=crop&crop=focalpoint&fp-x=1&fp-y=0.5',
    size: [100, 100],
    colours: {'10,10': GREEN, '10,90': WHITE},
  },
  {
    rule: 'rect cuts before all else',
    source: `${DOCS}: rect=left,top,width,height`,
    search: 'rect=200,0,200,100',
    size: [200, 100],
    colours: {'10,10': GREEN, '190,90': GREEN},
  },
  {
    rule: 'rect and w',
    source: `${DOCS}: rect`,
    search: 'rect=0,100,400,100&w=100',
    size: [100, 25],
    colours: {'10,12': BLUE, '90,12': WHITE},
  },
  {
    rule: 'rect beyond the picture is held inside',
    source: `${DOCS}: rect`,
    search: 'rect=300,100,400,400',
    size: [100, 100],
    colours: {'50,50': WHITE},
  },
]
