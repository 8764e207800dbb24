import sharp from 'sharp'
import {expect} from 'vitest'
import type {Case, Subject} from '../suite/Case.ts'
import {fetchAsset, fourColours, upload} from '../suite/uploads.ts'

const DOCS = 'Sanity docs, Image transformations'
const [RED, GREEN, BLUE, WHITE, BLACK] = ['#ff0000', '#00ff00', '#0000ff', '#ffffff', '#000000'] as const

type Row = {
  rule: string
  source?: string
  search: string
  /** Width and height of the answer. */
  size?: readonly [number, number]
  /** @defaultValue `image/png` */
  type?: string
  /** Colours at places, as `x,y`. */
  colours?: Readonly<Record<string, string>>
  headers?: Record<string, string>
  /** What the refusal names. */
  refused?: RegExp
}

// The picture: red | green above, blue | white below; 400 x 200.
const ROWS: Row[] = [
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
  {
    rule: 'flip=h',
    source: `${DOCS}: flip=h`,
    search: 'flip=h&w=100',
    size: [100, 50],
    colours: {'10,10': GREEN, '90,10': RED},
  },
  {
    rule: 'flip=v',
    source: `${DOCS}: flip=v`,
    search: 'flip=v&w=100',
    size: [100, 50],
    colours: {'10,10': BLUE, '90,10': WHITE},
  },
  {
    rule: 'flip=hv',
    source: `${DOCS}: flip=hv`,
    search: 'flip=hv&w=100',
    size: [100, 50],
    colours: {'10,10': WHITE, '90,40': RED},
  },
  {
    rule: 'or=90 turns',
    source: `${DOCS}: or "0, 90, 180, 270"`,
    search: 'or=90',
    size: [200, 400],
    colours: {'10,10': BLUE, '190,10': RED, '10,390': WHITE},
  },
  {
    rule: 'or=180',
    source: `${DOCS}: or`,
    search: 'or=180',
    size: [400, 200],
    colours: {'10,10': WHITE, '390,190': RED},
  },
  {
    rule: 'or=270',
    source: `${DOCS}: or`,
    search: 'or=270',
    size: [200, 400],
    colours: {'10,10': GREEN, '10,390': RED},
  },
  {
    rule: 'blur keeps the size',
    source: `${DOCS}: blur "1 to 2000"`,
    search: 'blur=50&w=100',
    size: [100, 50],
  },
  {
    rule: 'sharp keeps the size',
    source: `${DOCS}: sharp "0 to 100"`,
    search: 'sharp=50&w=100',
    size: [100, 50],
  },
  {
    rule: 'sat=-100 is grey',
    source: `${DOCS}: sat "Currently the asset pipeline only supports sat=-100, which renders the image with grayscale colors"`,
    search: 'sat=-100&w=100',
    size: [100, 50],
    colours: {'90,40': WHITE},
  },
  {
    rule: 'invert turns colours round',
    source: `${DOCS}: invert=true`,
    search: 'invert=true&w=100',
    size: [100, 50],
    colours: {'10,10': '#00ffff', '90,40': BLACK},
  },
  {
    rule: 'pad adds margins',
    source: `${DOCS}: pad "the number of pixels to pad the image"`,
    search: 'w=100&pad=10&bg=000000',
    size: [120, 70],
    colours: {'5,5': BLACK, '15,15': RED, '115,65': BLACK},
  },
  {
    rule: 'bg of three digits',
    source: `${DOCS}: bg "RGB, ARGB, RRGGBB or AARRGGBB"`,
    search: 'w=100&pad=10&bg=00f',
    size: [120, 70],
    colours: {'5,5': BLUE},
  },
  {
    rule: 'bg with alpha first',
    source: `${DOCS}: bg AARRGGBB`,
    search: 'w=100&pad=10&bg=ff0000ff',
    size: [120, 70],
    colours: {'5,5': BLUE},
  },
  {
    rule: 'frame of a still picture',
    source: `${DOCS}: frame=1 "the first frame"`,
    search: 'frame=1&w=100',
    size: [100, 50],
  },
  {
    rule: 'dl alone serves the original',
    source: `${DOCS}: dl`,
    search: 'dl=name.png',
    size: [400, 200],
    colours: {'10,10': RED},
  },
  {
    rule: 'dlRaw serves the original whatever else is asked',
    source: 'Media libraries and @sanity/export: dlRaw=true',
    search: 'dlRaw=true&w=100',
    size: [400, 200],
  },
  {
    rule: 'several at once',
    source: DOCS,
    search: 'rect=0,0,200,200&w=50&h=50&fit=crop&fm=jpg&q=80&flip=v',
    size: [50, 50],
    type: 'image/jpeg',
    colours: {'10,10': BLUE, '10,40': RED},
  },
  {rule: 'without parameters the original comes byte for byte', source: DOCS, search: '', size: [400, 200]},
  ...[
    'w=-1',
    'w=x',
    'h=0',
    'fit=tall',
    'crop=sideways&fit=crop',
    'fm=bmp',
    'q=101',
    'dpr=9',
    'rect=1,2',
    'or=45',
    'flip=x',
    'bg=zzz',
    'blur=-1',
    'sharp=101',
    'sat=-101',
    'fp-x=2',
  ].map((search): Row => ({
    rule: `${search} is refused, and named`,
    source: `${DOCS}: the values each takes`,
    search,
    refused: new RegExp(search.split(/[=&]/)[0] ?? ''),
  })),
]

function isNear(colour: string, red: number, green: number, blue: number): boolean {
  const wanted = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16))
  return [red, green, blue].every((value, index) => Math.abs(value - (wanted[index] ?? 0)) <= 40)
}

async function coloursOf(
  bytes: Uint8Array,
  wanted: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const {data, info} = await sharp(bytes)
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({resolveWithObject: true})
  const found = Object.entries(wanted).map(([place, colour]) => {
    const [x = 0, y = 0] = place.split(',').map(Number)
    const [red = 0, green = 0, blue = 0] = data.subarray((y * info.width + x) * info.channels)
    return [place, isNear(colour, red, green, blue) ? colour : `rgb(${red},${green},${blue})`] as const
  })
  return Object.fromEntries(found)
}

function toCase({
  rule,
  source = DOCS,
  search,
  size,
  type = 'image/png',
  colours = {},
  headers,
  refused,
}: Row): Case {
  return {
    rule,
    source,
    ...(refused ? {embeddedOnly: 'hosted ignores some and words others differently'} : {}),
    async run(scope) {
      const original = await fourColours()
      const asset = await upload(scope, 'images', original, {filename: '~picture.png'}, 'image/png')
      const response = await fetchAsset(scope, asset, search, headers ? {headers} : {})
      const bytes = new Uint8Array(await response.arrayBuffer())
      if (refused) {
        expect({status: response.status, text: new TextDecoder().decode(bytes)}).toEqual({
          status: 400,
          text: expect.stringMatching(refused),
        })
        return
      }
      const {width, height} = await sharp(bytes).metadata()
      expect({
        status: response.status,
        type: response.headers.get('content-type'),
        size: [width, height],
      }).toEqual({status: 200, type, size})
      expect(await coloursOf(bytes, colours)).toEqual(colours)
      if (search === '' || search === 'dlRaw=true&w=100') expect(bytes).toEqual(original)
    },
  }
}

/** The transformations of the image API. */
export const images: Subject = {subject: 'images', cases: ROWS.map(toCase)}
