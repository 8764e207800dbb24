import {readdirSync, readFileSync} from 'node:fs'
import {assert, constantFrom, double, pre, property, tuple} from 'fast-check'
import {describe, expect, test} from 'vitest'
import {sampleDocuments} from '../documents/sampleDocuments.ts'
import {imageFilesOf} from '../import/replaceImageFiles.ts'
import {distance, middleJoint, type Point} from './geometry.ts'
import {pictures} from './pictures.ts'

const folder = new URL('../../images/', import.meta.url)

describe('pictures', () => {
  test.each(pictures.map((picture) => [picture.file, picture] as const))(
    '%s is up to date: node packages/sample/draw.ts',
    (file, {svg}) => {
      expect(readFileSync(new URL(file, folder), 'utf8')).toBe(svg)
    },
  )

  test('are all used, and no other file is', () => {
    expect(readdirSync(folder).toSorted()).toEqual(pictures.map(({file}) => file).toSorted())
    expect([...imageFilesOf(sampleDocuments)].toSorted()).toEqual(pictures.map(({file}) => file).toSorted())
  })

  test.each(pictures.map((picture) => [picture.file, picture] as const))(
    '%s has a text that says the position, and no broken numbers',
    (_file, {alt, svg}) => {
      expect(alt.length).toBeGreaterThan(40)
      expect(svg).toContain(`<title>${alt}</title>`)
      expect(svg).not.toMatch(/NaN|undefined|Infinity/)
    },
  )
})

describe('a limb', () => {
  const place = tuple(double({min: -300, max: 300, noNaN: true}), double({min: -300, max: 300, noNaN: true}))

  test('keeps its lengths, and reaches its target when it is long enough', () => {
    assert(
      property(place, place, constantFrom(1 as const, -1 as const), (from: Point, to: Point, bend) => {
        pre(distance(from, to) > 5)
        const {joint, end} = middleJoint(from, to, 70, 68, bend)
        expect(distance(from, joint)).toBeCloseTo(70, 3)
        expect(distance(joint, end)).toBeCloseTo(68, 3)
        const outOfReach = Math.max(0, distance(from, to) - 137.5)
        expect(distance(end, to)).toBeCloseTo(outOfReach, 3)
      }),
    )
  })
})
