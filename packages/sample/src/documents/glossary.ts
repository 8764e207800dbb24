import {sluggedDocument, type SampleDocument} from '../builders/sampleDocument.ts'

function term(slug: string, word: string, definition: string): SampleDocument {
  return sluggedDocument('glossaryTerm', slug, {term: word, language: 'en', definition})
}

export const glossary: readonly SampleDocument[] = [
  term(
    'aerobic-exercise',
    'Aerobic exercise',
    'Steady movement, such as brisk walking, that makes you breathe faster and your heart beat faster for some minutes.',
  ),
  term(
    'chronic-pain',
    'Chronic pain',
    'Pain that has lasted for three months or longer. The word says how long, not how bad.',
  ),
  term('core', 'Core', 'The muscles around the belly, lower back and pelvis that hold the trunk steady.'),
  term(
    'neutral-spine',
    'Neutral spine',
    'The natural, gentle curves of the back when it is neither rounded nor arched.',
  ),
  term(
    'range-of-motion',
    'Range of motion',
    'How far a joint, or the whole back, can move in one direction.',
  ),
  term(
    'red-flag',
    'Red flag',
    'A sign that back pain may come from something serious and that someone should look at it soon.',
  ),
  term(
    'sciatica',
    'Sciatica',
    'Pain that runs from the lower back or buttock down the leg, along the path of a nerve.',
  ),
  term(
    'systematic-review',
    'Systematic review',
    'A study that gathers all the research on one question and weighs it by rules set beforehand.',
  ),
]
