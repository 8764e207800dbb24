import fc from 'fast-check'

/** Queries and texts that parameters take, as they should be. */
export const VALUES = [
  '*',
  '*[0]',
  '*[_type == $x]',
  'count(*)',
  '"a"',
  '["a","b"]',
  'raw',
  'drafts',
  'true',
  '10',
  'png',
  '2026-01-01',
  'mendoza',
  'http://localhost:3333/',
  'javascript:alert(1)',
  'a.svg',
]

/** Texts that belong nowhere. */
export const junk = fc.oneof(
  fc.string({unit: 'binary', maxLength: 40}),
  fc.constantFrom(
    '',
    '__proto__',
    'constructor',
    '../../etc/passwd',
    '..\\..\\x',
    '%00',
    '%',
    '%zz',
    '*[',
    '$x',
    'null',
    '[]',
    '{}',
    'NaN',
    '-1',
    '1e999',
    '9'.repeat(400),
    '\u0000',
    '\r\nSet-Cookie: x=1',
    '<script>alert(1)</script>',
    '*[_id in $ids]{"x": ^.^.^}',
    '((((((((('.repeat(50),
    '[[[['.repeat(300),
  ),
)
