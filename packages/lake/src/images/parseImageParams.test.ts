import {describe, expect, test} from 'vitest'
import {LakeError} from '../errors/LakeError.ts'
import {parseImageParams} from './parseImageParams.ts'

const parse = (query: string) => parseImageParams(new URLSearchParams(query))

describe('parseImageParams', () => {
  test.each(['', 'dl', 'dl=a.jpg', 'dlRaw=true', 'dlRaw=true&w=10', 'tag=x'])(
    '"%s" asks for the original',
    (query) => {
      expect(parse(query)).toBeNull()
    },
  )

  const readable: [query: string, expected: object][] = [
    ['w=100', {width: 100, fit: 'clip', dpr: 1, autoFormat: false}],
    ['w=100.6&h=50', {width: 101, height: 50}],
    ['fit=crop&crop=top,left', {fit: 'crop', crop: {horizontal: 'left', vertical: 'top', by: 'center'}}],
    ['crop=entropy', {crop: {horizontal: 'center', vertical: 'center', by: 'entropy'}}],
    ['fp-x=0.2', {focalPoint: {x: 0.2, y: 0.5}}],
    ['rect=1,2,3,4', {rect: {left: 1, top: 2, width: 3, height: 4}}],
    ['fm=jpeg', {format: 'jpg'}],
    ['auto=format', {autoFormat: true}],
    ['flip=hv', {flipHorizontal: true, flipVertical: true}],
    ['or=90', {orientation: 90}],
    ['bg=f00', {background: {r: 255, g: 0, b: 0, alpha: 1}}],
    ['bg=00ff00', {background: {r: 0, g: 255, b: 0, alpha: 1}}],
    ['bg=0000', {background: {r: 0, g: 0, b: 0, alpha: 0}}],
    ['bg=330000ff', {background: {r: 0, g: 0, b: 255, alpha: 0.2}}],
    [
      'blur=50&sharp=10&sat=-100&invert=true&q=30&dpr=2&pad=5',
      {blur: 50, sharpen: 10, saturation: -100, invert: true, quality: 30, dpr: 2, padding: 5},
    ],
    [
      'min-w=1&min-h=2&max-w=3&max-h=4&frame=1',
      {minWidth: 1, minHeight: 2, maxWidth: 3, maxHeight: 4, firstFrame: true},
    ],
  ]
  test.each(readable)('reads %s', (query, expected) => {
    expect(parse(query)).toMatchObject(expected)
  })

  test.each([
    'w=0',
    'w=-1',
    'w=x',
    'w=99999',
    'h=Infinity',
    'fit=squeeze',
    'crop=middle',
    'fm=exe',
    'rect=1,2,3',
    'rect=1,2,0,4',
    'rect=a,b,c,d',
    'rect=-1,0,5,5',
    'flip=x',
    'or=45',
    'bg=red',
    'bg=12345',
    'q=101',
    'dpr=9',
    'blur=3000',
    'fp-x=2',
    'sat=200',
  ])('refuses %s by name', (query) => {
    const name = query.split('=')[0] ?? ''
    expect(() => parse(query)).toThrow(LakeError)
    expect(() => parse(query)).toThrow(new RegExp(`parameter ${name}=`))
  })
})
