import {DOCS, RED} from './vocabulary.ts'
import type {Row} from './vocabulary.ts'

/** Cases of images: formats. */
export const formats: readonly Row[] = [
  {rule: 'dpr multiplies', source: `${DOCS}: dpr "1 to 3"`, search: 'w=100&dpr=2', size: [200, 100]},
  {rule: 'dpr takes fractions', source: `${DOCS}: dpr`, search: 'w=100&dpr=1.5', size: [150, 75]},
  {rule: 'max-w bounds the width', source: `${DOCS}: max-w`, search: 'max-w=100', size: [100, 50]},
  {rule: 'max-h bounds the height', source: `${DOCS}: max-h`, search: 'max-h=50', size: [100, 50]},
  {rule: 'min-w holds a small width up', source: `${DOCS}: min-w`, search: 'w=50&min-w=100', size: [100, 50]},
  {rule: 'min-h holds a small height up', source: `${DOCS}: min-h`, search: 'h=20&min-h=50', size: [100, 50]},
  {
    rule: 'fm=jpg',
    source: `${DOCS}: fm`,
    search: 'fm=jpg&w=100',
    size: [100, 50],
    type: 'image/jpeg',
    colours: {'10,10': RED},
  },
  {
    rule: 'fm=pjpg',
    source: `${DOCS}: fm "pjpg: progressive"`,
    search: 'fm=pjpg&w=100',
    size: [100, 50],
    type: 'image/jpeg',
  },
  {rule: 'fm=png', source: `${DOCS}: fm`, search: 'fm=png&w=100', size: [100, 50]},
  {rule: 'fm=webp', source: `${DOCS}: fm`, search: 'fm=webp&w=100', size: [100, 50], type: 'image/webp'},
  {rule: 'fm=avif', source: `${DOCS}: fm`, search: 'fm=avif&w=100', size: [100, 50], type: 'image/avif'},
  {rule: 'fm=gif', source: `${DOCS}: fm`, search: 'fm=gif&w=100', size: [100, 50], type: 'image/gif'},
  {
    rule: 'q changes the quality alone',
    source: `${DOCS}: q "0 to 100"`,
    search: 'fm=jpg&w=100&q=10',
    size: [100, 50],
    type: 'image/jpeg',
  },
  {
    rule: 'auto=format gives WebP to those who take it',
    source: `${DOCS}: auto=format`,
    search: 'auto=format&w=100',
    headers: {accept: 'image/webp,*/*'},
    size: [100, 50],
    type: 'image/webp',
  },
  {
    rule: 'auto=format gives AVIF to those who take it',
    source: `${DOCS}: auto=format`,
    search: 'auto=format&w=100',
    headers: {accept: 'image/avif,image/webp,*/*'},
    size: [100, 50],
    type: 'image/avif',
  },
  {
    rule: 'auto=format keeps the format for others',
    source: `${DOCS}: auto=format`,
    search: 'auto=format&w=100',
    headers: {accept: '*/*'},
    size: [100, 50],
  },
  {
    rule: 'fm comes before auto=format',
    source: `${DOCS}: fm`,
    search: 'auto=format&fm=png&w=100',
    headers: {accept: 'image/webp'},
    size: [100, 50],
  },
]
