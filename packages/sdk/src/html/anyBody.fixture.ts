import * as fc from 'fast-check'
import type {BodyBlock} from './bodyBlocks.ts'
import type {HtmlOptions} from './htmlOptions.ts'

// What someone who wants to break out of the page would write, besides anything at all.
const hostile = fc.constantFrom(
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</a><svg onload=alert(1)>',
  '<!--',
  '&lt;script&gt;',
  '`onfocus=alert(1) autofocus=`',
  'javascript:alert(1)',
  '</title></style></textarea><script>',
  '{number}${1+1}',
)
const words = fc.oneof(hostile, fc.string(), fc.string({unit: 'binary'}))
const address = fc.oneof(
  words,
  fc.constantFrom('https://example.org/?a="&b', '/a', '#b', 'tel:911', 'JaVaScript:x', '//x.example'),
)
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, {nil: null})
const share = fc.double({min: 0, max: 1, noNaN: true})
const image = fc.record({
  crop: maybe(fc.record({top: share, bottom: share, left: share, right: share})),
  hotspot: maybe(fc.record({x: share, y: share})),
  asset: maybe(
    fc.record({
      url: address,
      width: maybe(fc.nat(4000)),
      height: maybe(fc.nat(4000)),
      mimeType: maybe(words),
    }),
  ),
})
const figure = fc.record({
  image: maybe(image),
  alt: maybe(words),
  decorative: maybe(fc.boolean()),
  caption: maybe(words),
})
const term = fc.record({_id: fc.constantFrom('t1', 't2'), term: maybe(words), definition: maybe(words)})
const textBlock = fc.record({
  _type: fc.constant('block' as const),
  _key: maybe(words),
  style: maybe(fc.oneof(fc.constantFrom('normal', 'h2', 'h3', 'blockquote'), words)),
  listItem: maybe(fc.constantFrom('bullet', 'number')),
  level: maybe(fc.integer({min: 1, max: 4})),
  children: maybe(
    fc.array(
      fc.oneof(
        fc.record({
          _type: fc.constant('span' as const),
          text: maybe(words),
          marks: maybe(
            fc.array(fc.oneof(fc.constantFrom('l', 'g', 'c', 'strong', 'em'), words), {maxLength: 4}),
          ),
        }),
        fc.record({
          _type: fc.constant('citationRef' as const),
          citation: maybe(fc.constantFrom('a', 'b', 'x')),
          locator: maybe(words),
        }),
      ),
      {maxLength: 5},
    ),
  ),
  markDefs: fc.tuple(
    fc.record({_type: fc.constant('link' as const), _key: fc.constant('l'), href: maybe(address)}),
    fc.record({_type: fc.constant('glossaryMark' as const), _key: fc.constant('g'), term: maybe(term)}),
    fc.record({
      _type: fc.constant('claimMark' as const),
      _key: fc.constant('c'),
      claimKey: maybe(fc.constantFrom('c1', 'x')),
    }),
  ),
})
/** Any body, hostile content included. */
export const anyBody: fc.Arbitrary<BodyBlock[]> = fc.array(
  fc.oneof(
    textBlock,
    fc.record({_type: fc.constant('exerciseCard' as const), exercise: maybe(fc.constantFrom('e', 'd', 'x'))}),
    fc.record({
      _type: fc.constant('exerciseList' as const),
      intent: maybe(fc.constantFrom('recommend' as const, 'discourage' as const, 'neutral' as const)),
      heading: maybe(words),
      exercises: maybe(fc.array(fc.constantFrom('e', 'd', 'x'))),
    }),
    fc.record({
      _type: fc.constant('warning' as const),
      severity: maybe(fc.constant('note' as const)),
      heading: maybe(words),
      text: maybe(words),
    }),
    fc.record({_type: fc.constant('carePathwayRef' as const), carePathway: maybe(fc.constantFrom('p', 'x'))}),
    fc.record({
      _type: fc.constant('tableBlock' as const),
      caption: maybe(words),
      headerRow: maybe(fc.boolean()),
      rows: maybe(
        fc.array(fc.record({cells: maybe(fc.array(maybe(words), {maxLength: 3}))}), {maxLength: 3}),
      ),
    }),
    fc.record({
      _type: fc.constant('pullStat' as const),
      value: maybe(words),
      text: maybe(words),
      claimKey: maybe(fc.constantFrom('c1', 'x')),
    }),
    fc.record({_type: fc.constant('faqList' as const), heading: maybe(words)}),
    fc.record({
      _type: fc.constant('disclaimerRef' as const),
      disclaimer: maybe(fc.record({text: maybe(words)})),
    }),
    figure.map((fields) => ({_type: 'figure' as const, ...fields})),
  ),
  {maxLength: 8},
)
/** What such bodies refer to, and a heading offset. */
export const anyOptions: fc.Arbitrary<HtmlOptions> = fc.record({
  exercises: fc.tuple(
    fc.record({
      _id: fc.constant('e'),
      title: maybe(words),
      slug: maybe(words),
      purpose: maybe(words),
      figure: maybe(figure),
      steps: fc.array(fc.record({text: words, cue: words, caution: words}), {maxLength: 2}),
      stopIf: fc.array(fc.record({text: words}), {maxLength: 2}),
      dosages: fc.array(fc.record({label: words, sourceText: words, tempo: words}), {maxLength: 1}),
    }),
    fc.record({_id: fc.constant('d'), title: words, slug: words}),
  ),
  citations: fc.tuple(
    fc.record({_id: fc.constant('a'), title: words, state: words}),
    fc.record({_id: fc.constant('b'), title: words}),
  ),
  carePathways: fc.tuple(
    fc.record({
      _id: fc.constant('p'),
      heading: words,
      slug: maybe(words),
      signs: fc.array(fc.record({text: words, group: maybe(words)}), {maxLength: 3}),
      action: fc.record({text: words, phone: words}),
    }),
  ),
  claims: fc.tuple(
    fc.record({
      _key: fc.constant('c1'),
      status: fc.constant('unsupported' as const),
      evidence: fc.constant([{citation: 'a', stance: 'supports'}]),
    }),
  ),
  faqs: fc.array(
    fc.record({
      _key: words,
      question: words,
      anchor: maybe(words),
      answer: fc.array(textBlock, {maxLength: 2}),
      shortAnswer: words,
    }),
    {maxLength: 2},
  ),
  recommends: fc.tuple(fc.record({exercise: fc.constant('e'), caution: words})),
  discourages: fc.tuple(
    fc.record({
      exercise: fc.constant('d'),
      reason: words,
      alternatives: fc.constant([{exercise: 'e', why: '<b>'}]),
    }),
  ),
  headingOffset: fc.integer({min: 0, max: 3}),
})
