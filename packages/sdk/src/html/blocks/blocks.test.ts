import {describe, expect, it} from 'vitest'
import type {CarePathway, Exercise, ExerciseUse} from '../articleParts.ts'
import type {BodyBlock} from '../bodyBlocks.ts'
import {parseElements, parseText} from '../parseHtml.fixture.ts'
import {toHtml} from '../toHtml.ts'

const emergency: CarePathway = {
  _id: 'emergency',
  slug: 'emergency',
  heading: 'Get help now',
  urgency: 'immediate',
  signs: [{text: 'you cannot feel your legs', group: 'Legs'}, {text: 'you faint'}],
  action: {text: 'Call.', contactKind: 'emergency-services'},
}
const hinge: Exercise = {
  _id: 'hinge',
  title: 'Hip hinge',
  slug: 'hip-hinge',
  purpose: 'Bends the hips.',
  figure: {image: {asset: {url: 'https://img.example/a.png', width: 900, height: 600}}, alt: 'Someone bends'},
  steps: [{text: 'Stand.', cue: 'Feet apart.', caution: 'Hold a chair.'}],
  stopIf: [{text: 'it hurts', carePathway: {_id: 'emergency', slug: 'emergency', heading: 'Get help now'}}],
}
const sitUp: Exercise = {_id: 'sit-up', title: 'Sit-up', slug: 'sit-up', steps: [{text: 'Lie down.'}]}
const discouraged: ExerciseUse = {
  exercise: 'sit-up',
  reason: 'It loads the back.',
  alternatives: [{exercise: 'hinge', why: 'It does not.'}],
}
const context = {
  exercises: [hinge, null, sitUp, hinge],
  carePathways: [emergency],
  discourages: [discouraged],
}

const codes = (body: BodyBlock[], options = {}) => toHtml(body, options).problems.map(({code}) => code)

describe('warning', () => {
  it.each([
    ['important', 'Important: Lie down'],
    ['caution', 'Caution: Lie down'],
    ['note', 'Note: Lie down'],
  ] as const)('of weight %s says so in its heading', (severity, heading) => {
    const [note, title] = parseElements(
      toHtml([{_type: 'warning', severity, heading: 'Lie down', text: 'Not then.\n\nNor then.'}]).html,
    )
    expect(note?.attributes['role']).toBe('note')
    expect(note?.attributes['aria-labelledby']).toBe(title?.attributes['id'])
    expect([title?.name, title?.text]).toEqual(['h2', heading])
    expect(note?.text).toContain('Nor then.')
  })
})

describe('care pathway', () => {
  const card: BodyBlock = {_type: 'carePathwayRef', carePathway: 'emergency'}
  const paragraph: BodyBlock = {_type: 'block', children: [{_type: 'span', text: 'Go on.'}]}

  it('says its urgency, its signs and whom to call, and is never collapsed', () => {
    const {html, shown} = toHtml([card], {...context, emergencyPhone: '911'})
    expect(parseText(html)).toBe(
      'Immediate action required: Get help now Legs: you cannot feel your legs you faint Call. Call 911',
    )
    const elements = parseElements(html)
    expect(elements.find(({name}) => name === 'a')?.attributes['href']).toBe('tel:911')
    expect(elements.map(({name}) => name)).not.toContain('details')
    expect(shown.carePathways).toEqual(['emergency'])
  })

  it.each([
    ['paragraph', [card, paragraph], ['h2', 'h2'], 'More on this page'],
    [
      'paragraph in a section',
      [{_type: 'block', style: 'h2', children: [{_type: 'span', text: 'Walk'}]}, card, paragraph],
      ['h2', 'h3', 'h2'],
      'Walk, continued',
    ],
    [
      'heading',
      [card, {_type: 'block', style: 'h2', children: [{_type: 'span', text: 'Walk'}]}],
      ['h2', 'h2'],
      'Walk',
    ],
    ['warning', [card, {_type: 'warning', heading: 'Mind', text: 'x'}], ['h2', 'h2'], 'Important: Mind'],
  ] satisfies [string, BodyBlock[], string[], string][])(
    'has a heading after it before a %s',
    (_name, body, levels, last) => {
      const headings = parseElements(toHtml(body, context).html).filter(({name}) => /^h\d$/u.test(name))
      expect(headings.map(({name}) => name)).toEqual(levels)
      expect(headings.at(-1)?.text).toBe(last)
    },
  )

  it('that is not published is reported', () => {
    expect(codes([card])).toEqual(['missing-document'])
  })
})

describe('exercise card', () => {
  it('shows picture, steps, stop signs and what the article adds', () => {
    const {html, shown, problems} = toHtml([{_type: 'exerciseCard', exercise: 'hinge'}], {
      ...context,
      recommends: [{exercise: 'hinge', caution: 'Use a chair.', dosageOverride: {sets: {min: 2}}}],
    })
    expect(parseText(html)).toBe(
      'Hip hinge Bends the hips. Take care: Use a chair. Stop if it hurts Get help now How it is done Stand. Tip: Feet apart. Care: Hold a chair. How much Amount 2 sets',
    )
    const image = parseElements(html).find(({name}) => name === 'img')
    expect(image?.attributes).toMatchObject({
      alt: 'Someone bends',
      width: '900',
      height: '600',
      loading: 'lazy',
    })
    expect(image?.attributes['srcset']).toContain('400w')
    expect(shown.exercises).toEqual(['hinge'])
    expect(problems).toEqual([])
  })

  it('can keep the steps behind a click, never the stop signs', () => {
    const {html} = toHtml([{_type: 'exerciseCard', exercise: 'hinge'}], {...context, collapseSteps: true})
    const elements = parseElements(html)
    expect(elements.find(({name}) => name === 'details')?.text).toBe(
      'How it is done Stand. Tip: Feet apart. Care: Hold a chair.',
    )
    expect(elements.find(({attributes}) => attributes['class'] === 'stop')?.parents).not.toContain('details')
  })

  it('gives no instructions for an exercise that the article advises against', () => {
    const {html} = toHtml([{_type: 'exerciseCard', exercise: 'sit-up'}], context)
    expect(parseText(html)).toBe('Sit-up Why: It loads the back. What to do instead: Hip hinge: It does not.')
  })
})

describe('exercise list', () => {
  it('gives reasons and alternatives where it advises against', () => {
    const {html} = toHtml(
      [{_type: 'exerciseList', intent: 'discourage', heading: 'For now', exercises: ['sit-up', null]}],
      context,
    )
    expect(parseText(html)).toBe(
      'Exercises to leave out: For now Sit-up Why: It loads the back. What to do instead: Hip hinge: It does not.',
    )
    expect(
      parseElements(html)
        .filter(({name}) => name === 'a')
        .map(({attributes}) => attributes['href']),
    ).toEqual(['/exercises/sit-up', '/exercises/hip-hinge'])
  })

  it.each([
    ['Exercises to leave out', 'Exercises to leave out Sit-up'],
    ['Exercises to leave out\u200B\u2062\u200D', 'Exercises to leave out\u200B\u2062\u200D Sit-up'],
    ['', 'Exercises to leave out Sit-up'],
  ])('does not say twice what it is, under the heading %j', (heading, start) => {
    const list = {
      _type: 'exerciseList' as const,
      intent: 'discourage' as const,
      heading,
      exercises: ['sit-up'],
    }
    const {html} = toHtml([list], context)
    expect(parseText(html).slice(0, start.length)).toBe(start)
  })

  it('says why there is no alternative', () => {
    const {html} = toHtml([{_type: 'exerciseList', intent: 'discourage', exercises: ['sit-up']}], {
      ...context,
      discourages: [{exercise: 'sit-up', noAlternativeReason: 'Ask us.'}],
    })
    expect(parseText(html)).toContain('No alternative: Ask us.')
  })
})

describe('figure', () => {
  const image = {asset: {url: 'https://img.example/a.png', width: 500, height: 300}}
  it.each([
    [{alt: 'A walk'}, 'A walk', []],
    [{decorative: true}, '', []],
    [{}, '', ['missing-alt']],
  ])('with %j', (fields, alt, problems) => {
    const result = toHtml([{_type: 'figure', image, caption: 'Out', ...fields}])
    expect(parseElements(result.html).find(({name}) => name === 'img')?.attributes['alt']).toBe(alt)
    expect(parseText(result.html)).toBe('Out')
    expect(result.problems.map(({code}) => code)).toEqual(problems)
  })

  it.each([
    ['whole', {}, '1000', '500', ['400w', '800w', '1000w']],
    [
      'cropped to its left half',
      {crop: {right: 0.5}, hotspot: {x: 0.2, y: 0.5}},
      '500',
      '500',
      ['400w', '500w'],
    ],
    ['cropped to a strip', {crop: {left: 0.7}}, '300', '500', []],
  ])('%s has the size that a browser gets', (_name, fields, width, height, widths) => {
    const asset = {url: 'https://img.example/a.png', width: 1000, height: 500}
    const {html} = toHtml([{_type: 'figure', image: {asset, ...fields}, alt: 'x'}])
    const found = parseElements(html).find(({name}) => name === 'img')?.attributes
    expect(found).toMatchObject({width, height})
    expect(found?.['srcset']?.match(/\d+w(?=,|$)/gu) ?? []).toEqual(widths)
  })

  it('without a picture is left out and reported', () => {
    expect(codes([{_type: 'figure', image: {asset: null}, alt: 'x'}])).toEqual(['missing-image'])
  })

  it('refuses an address that is no picture', () => {
    const {html} = toHtml([{_type: 'figure', image, alt: 'x'}], {imageUrl: () => 'javascript:alert(1)'})
    expect(html).toBe('')
  })
})

describe('table', () => {
  it('has a caption, column headings and even rows', () => {
    const {html} = toHtml([
      {
        _type: 'tableBlock',
        caption: 'Instead',
        headerRow: true,
        rows: [{cells: ['Not', 'But']}, {cells: ['Sit-up']}],
      },
    ])
    const elements = parseElements(html)
    expect(elements.find(({name}) => name === 'caption')?.text).toBe('Instead')
    expect(
      elements.filter(({name}) => name === 'th').map(({attributes, text}) => [attributes['scope'], text]),
    ).toEqual([
      ['col', 'Not'],
      ['col', 'But'],
    ])
    expect(elements.filter(({name}) => name === 'td').map(({text}) => text)).toEqual(['Sit-up', ''])
    expect(elements[0]?.attributes).toMatchObject({tabindex: '0', role: 'group'})
  })

  it('without heading row has none', () => {
    const {html} = toHtml([{_type: 'tableBlock', caption: 'x', headerRow: false, rows: [{cells: ['a']}]}])
    expect(html).not.toContain('<th')
  })
})

describe('questions', () => {
  const faqs = [
    {_key: 'q1', question: 'Why?', status: 'answered' as const, anchor: 'why', shortAnswer: 'Because.'},
    {_key: 'q2', question: 'How many?', status: 'unanswered' as const},
  ]
  it('are shown open, and say when there is no answer', () => {
    const {html, headings} = toHtml([{_type: 'faqList', heading: 'Questions'}], {faqs})
    expect(parseText(html)).toBe('Questions Why? Because. How many? This question has no answer yet.')
    expect(headings).toEqual([{level: 2, text: 'Questions', anchor: 'questions'}])
  })

  it('can be chosen by key', () => {
    const result = toHtml([{_type: 'faqList', heading: 'One', faqKeys: ['q2', 'q9']}], {faqs})
    expect(parseText(result.html)).toBe('One How many? This question has no answer yet.')
    expect(result.problems).toMatchObject([{code: 'missing-document'}])
  })
})

describe('disclaimer', () => {
  it('is a note', () => {
    const {html} = toHtml([{_type: 'disclaimerRef', disclaimer: {text: 'Sample.'}}])
    expect(parseElements(html)[0]?.attributes['role']).toBe('note')
    expect(parseText(html)).toBe('About this content Sample.')
  })
})
