import type {Exercise} from '@spine-center/sdk'
import {instructionsToHtml, type HtmlLabels} from '@spine-center/sdk/html'

/** Words of a Spanish page. Those left out stay English; as `HtmlLabels` the compiler asks for all of them. */
const labels: Partial<HtmlLabels> = {
  language: 'es',
  'exercise.steps': 'Cómo se hace',
  'exercise.dosage': 'Cuánto',
  'dosage.amount': 'Cantidad',
  'dosage.frequency': 'Con qué frecuencia',
  'range.both': 'de {min} a {max}',
  'unit.rep.one': '{count} repetición',
  'unit.rep.other': '{count} repeticiones',
  'per.week.one': '{count} vez por semana',
  'per.week.other': '{count} veces por semana',
  'per.days': 'los días {days}',
}

/** How an exercise is done, in Spanish. */
export function spanishInstructions(exercise: Pick<Exercise, '_id' | 'steps' | 'dosages'>): string {
  return instructionsToHtml(exercise, 2, {labels}).html
}
