import {
  cited,
  explained,
  heading,
  paragraph,
  type BlockObject,
  type Draft,
} from '../../../builders/portableText.ts'
import {exerciseCard, pathwayBlock} from '../articleBlocks.ts'
import {claim} from './claimedWords.ts'

/** Why to keep moving, and where to begin. */
export const gettingGoing: readonly (Draft | BlockObject)[] = [
  paragraph(
    'Back pain is common. It is often said that ',
    claim('c1'),
    ', and that ',
    claim('c2'),
    '. The post behind this article names no study for these numbers, and we have not found one, so take them as rough. What is plain is that many people with a sore back are afraid to move.',
  ),
  pathwayBlock('cauda-equina'),
  heading('Why keep moving'),
  paragraph(
    'Nothing makes back pain vanish for everyone, and how much anyone can do depends on how fresh and how strong the pain is. Still, ',
    claim('c7'),
    '.',
    cited('citation-verville-2023'),
    cited('citation-hayden-2021'),
    ' The worry that a painful back means a life in an armchair is mistaken. In fact, ',
    claim('c8'),
    '.',
    cited('citation-bull-2020'),
  ),
  heading('Walk first'),
  paragraph(
    'Walking is the gentlest way to begin. It is ',
    explained('glossary-term-aerobic-exercise', 'aerobic exercise'),
    ' that you can stop at any moment. ',
    claim('c3'),
    '. ',
    claim('c11'),
    '.',
    cited('citation-shnayderman-2013'),
    ' A few weeks of walking also tell you where you stand: how far you get, and how your back answers.',
  ),
  exerciseCard('walking-outdoors'),
  exerciseCard('walking-treadmill'),
  heading('If walking on land hurts', 'h3'),
  paragraph(
    'Go into the water. The idea is that ',
    claim('c5'),
    '. We have found no study that shows it, but many people find water kinder.',
  ),
  exerciseCard('pool-walking'),
  exerciseCard('swimming'),
]
