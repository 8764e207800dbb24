import {expect, test} from 'vitest'
import {
  bullets,
  cited,
  claimed,
  explained,
  heading,
  linked,
  paragraph,
  portableText,
  strong,
  type Part,
} from './portableText.ts'

test('blocks are keyed in order, and block objects stand among them', () => {
  const text = portableText(heading('Title'), bullets('One', ['Two ', strong('bold')]), {
    _type: 'faqList',
    heading: 'Q',
  })
  expect(text.map(({_key, _type}) => [_key, _type])).toEqual([
    ['b1', 'block'],
    ['b2', 'block'],
    ['b3', 'block'],
    ['b4', 'faqList'],
  ])
  expect(text[2]).toMatchObject({
    listItem: 'bullet',
    level: 1,
    children: [{marks: []}, {text: 'bold', marks: ['strong']}],
  })
})

test('annotations are defined once and marked by their key', () => {
  const [block] = portableText(
    paragraph(claimed('c1', 'Backs'), ' and ', explained('glossary-term-a', 'cores'), linked('/a', 'here')),
  )
  expect(block).toMatchObject({
    markDefs: [
      {_key: 'b1-1-mark', _type: 'claimMark', claimKey: 'c1'},
      {_key: 'b1-3-mark', _type: 'glossaryMark', term: {_ref: 'glossary-term-a'}},
      {_key: 'b1-4-mark', _type: 'link', href: '/a'},
    ],
    children: [{marks: ['b1-1-mark']}, {marks: []}, {marks: ['b1-3-mark']}, {marks: ['b1-4-mark']}],
  })
})

/** The types of the children of a paragraph, in order. */
function types(...parts: readonly Part[]): unknown {
  const [block] = portableText(paragraph(...parts))
  const children = block?.['children']
  return Array.isArray(children)
    ? children.map((child: Readonly<Record<string, unknown>>) => child['_type'])
    : []
}

test('an inline reference has a span on both sides, as the editor keeps it', () => {
  expect(types(cited('a'))).toEqual(['span', 'citationRef', 'span'])
  expect(types('x', cited('a'), cited('b', 'p. 2'))).toEqual([
    'span',
    'citationRef',
    'span',
    'citationRef',
    'span',
  ])
  expect(types('x', cited('a'), 'y')).toEqual(['span', 'citationRef', 'span'])
})
