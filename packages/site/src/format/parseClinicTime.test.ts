import {describe, expect, it} from 'vitest'
import {parseClinicTime} from './parseClinicTime.ts'

describe('parseClinicTime', () => {
  it.each([
    ['2026-12-01T09:00', 'America/New_York', '2026-12-01T14:00:00.000Z'],
    ['2026-07-01T09:00', 'America/New_York', '2026-07-01T13:00:00.000Z'],
    ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00.000Z'],
    ['2026-12-01T09:00', 'UTC', '2026-12-01T09:00:00.000Z'],
    ['2026-12-01T09:00', 'Asia/Kathmandu', '2026-12-01T03:15:00.000Z'],
    ['2026-12-01T09:00', 'Pacific/Kiritimati', '2026-11-30T19:00:00.000Z'],
    // Clocks skip this hour: read as one hour later. They show the next one twice: read as the first.
    ['2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    ['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
  ])('%s in %s is %s', (text, zone, expected) => {
    expect(parseClinicTime(text, zone)?.toISOString()).toBe(expected)
  })

  it.each([
    undefined,
    '',
    'yesterday',
    '2026-02-30T09:00',
    '2026-13-01',
    '2026-12-01T24:00',
    '2026-12-01T09:60',
    '2026-12-01T09:00Z',
    '-2026-12-01',
  ])('refuses %j', (text) => {
    expect(parseClinicTime(text, 'America/New_York')).toBeNull()
  })
})
