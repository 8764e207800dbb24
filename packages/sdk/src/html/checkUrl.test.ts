import {describe, expect, it} from 'vitest'
import {checkUrl} from './checkUrl.ts'

describe('checkUrl', () => {
  it.each([
    'https://example.org/a?b=c#d',
    'http://example.org',
    'HTTPS://EXAMPLE.ORG/',
    'mailto:clinic@example.org',
    'tel:+15551234567',
    '/exercises/hip-hinge',
    '/',
    '#reference-1',
  ])('lets %j stand', (address) => {
    expect(checkUrl(address)).toBe(address)
  })

  it('drops the space around an address', () => {
    expect(checkUrl('  https://example.org ')).toBe('https://example.org')
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    '//other.example/path',
    '/\\other.example',
    '\\\\other.example',
    'https:other.example',
    'exercises/hip-hinge',
    'https://',
    '',
    '   ',
    null,
    undefined,
  ])('refuses %j', (address) => {
    expect(checkUrl(address)).toBeNull()
  })
})
