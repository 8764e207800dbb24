import type {Random} from './random.ts'

const subjects = [
  'A short walk',
  'The lower back',
  'Gentle stretching',
  'A steady trunk',
  'Most sitting work',
  'The first week',
  'Slow practice',
  'Water exercise',
  'A supported position',
  'Each repetition',
  'The hip muscle',
  'A calm breath',
] as const

const verbs = [
  'asks little of',
  'can help to calm',
  'often goes together with',
  'may take strain from',
  'leaves room for',
  'prepares you for',
  'tells you something about',
  'goes easily with',
  'depends on',
  'should not tire',
] as const

const objects = [
  'a sore back',
  'the next day',
  'the muscles around the spine',
  'a stiff hip',
  'the joints that carry you',
  'daily tasks at home',
  'a long drive',
  'the way you stand and lift',
  'your own pace',
  'a good night of sleep',
] as const

const tails = [
  '',
  ' when you begin with little',
  ', as far as the studies go',
  ' after some weeks of practice',
  ', although people differ',
  ' and needs no equipment',
  ', above all in the morning',
  ' if you keep breathing',
] as const

const words = [
  'balance',
  'bridge',
  'calm',
  'carry',
  'chair',
  'core',
  'curve',
  'desk',
  'drive',
  'ease',
  'firm',
  'floor',
  'garden',
  'gentle',
  'hinge',
  'hip',
  'lift',
  'lumbar',
  'march',
  'mat',
  'move',
  'neck',
  'pace',
  'pool',
  'posture',
  'reach',
  'rest',
  'roll',
  'shoulder',
  'sleep',
  'slow',
  'spine',
  'stand',
  'steady',
  'step',
  'strength',
  'stretch',
  'supple',
  'swim',
  'tilt',
  'travel',
  'trunk',
  'turn',
  'walk',
  'water',
  'work',
] as const

/** One plain sentence about backs and movement. It states no figure and no study. */
export function sentence(random: Random): string {
  return `${random.pick(subjects)} ${random.pick(verbs)} ${random.pick(objects)}${random.pick(tails)}.`
}

/** Several sentences in a row. */
export function sentences(random: Random, count: number): string {
  return Array.from({length: count}, () => sentence(random)).join(' ')
}

/** A text of at most `max` characters, cut after a whole sentence if it can be. */
export function textUpTo(random: Random, max: number): string {
  let text = sentence(random).slice(0, max)
  for (;;) {
    const longer = `${text} ${sentence(random)}`
    if (longer.length > max) return text
    text = longer
  }
}

/** A title of a few words and a number that no other title has. */
export function title(random: Random, number: number): string {
  const [first = 'steady', second = 'back', third = 'step'] = random.sample(words, 3)
  const capital = first.charAt(0).toUpperCase() + first.slice(1)
  return `${capital}, ${second} and ${third}: part ${number + 1}`
}

/** One or two words for a label. */
export function label(random: Random, number: number): string {
  return `${random.pick(words)} ${random.pick(words)} ${number + 1}`
}
