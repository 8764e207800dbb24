import type {Finding} from '../../fields/findings.ts'
import {entryPath, findings} from '../../fields/findings.ts'
import {isEmpty} from '../../fields/isEmpty.ts'
import {isRecord} from '../../fields/isRecord.ts'
import {records} from '../../fields/records.ts'
import {refOf} from '../../fields/refOf.ts'
import {textOf} from '../../fields/textOf.ts'

/** Checks what a rule offers instead: something, and never what it restricts. */
export function checkAlternatives(alternatives: unknown, rule: unknown): true | string | Finding[] {
  const offered = offersAlternative(alternatives, rule)
  return offered === true ? findRestrictedAlternatives(alternatives, rule) : offered
}

/** A rule that says “avoid” or “ask first” offers something else, or says why there is nothing. */
export function offersAlternative(alternatives: unknown, rule: unknown): true | string {
  if (!isRecord(rule) || !['absolute', 'relative'].includes(textOf(rule['severity']))) return true
  if (records(alternatives).length > 0 || !isEmpty(rule['noAlternativeReason'])) return true
  return 'Add an exercise to do instead, or say below why there is none.'
}

/** No alternative is the exercise that the rule restricts. */
export function findRestrictedAlternatives(alternatives: unknown, rule: unknown): true | Finding[] {
  const target = isRecord(rule) && isRecord(rule['target']) ? refOf(rule['target']['exercise']) : undefined
  if (target === undefined) return true
  return findings(
    records(alternatives).flatMap((alternative, index) =>
      refOf(alternative['exercise']) === target
        ? [
            {
              message: 'This is the exercise that the rule restricts. Choose another.',
              path: entryPath(alternative, index, 'exercise'),
            },
          ]
        : [],
    ),
  )
}

/**
 * An absolute rule rests on more than opinion: a source that supports it and a basis other than expert
 * consensus, or settled consensus and two reviewers who approved it.
 */
export function isGrounded(severity: unknown, rule: unknown): true | string {
  if (severity !== 'absolute' || !isRecord(rule)) return true
  const supported = records(rule['evidence']).some((source) => source['stance'] === 'supports')
  if (supported && rule['basis'] !== 'expert-consensus') return true
  if (rule['consensus'] === 'settled' && countApprovers(rule['reviews']) >= 2) return true
  return 'An absolute rule needs a source that supports it and a basis other than expert consensus; or settled consensus and two reviewers. Add them, or choose a lower severity.'
}

function countApprovers(reviews: unknown): number {
  const approving = records(reviews).filter((review) => textOf(review['outcome']).startsWith('approved'))
  return new Set(approving.map((review) => refOf(review['by'])).filter((id) => id !== undefined)).size
}

/** A contested rule shows a source that speaks against it. */
export function showsOpposition(consensus: unknown, rule: unknown): true | string {
  if (consensus !== 'contested' || !isRecord(rule)) return true
  return (
    records(rule['evidence']).some((source) => source['stance'] === 'opposes') ||
    'Sources disagree: add one that speaks against the rule, with the stance “Speaks against it”.'
  )
}

/**
 * A strict rule does not depend on something being absent: it would grow weaker when a reader answers yes,
 * and readers who have not answered could not be warned.
 */
export function findAbsentTests(when: unknown, rule: unknown): true | Finding[] {
  if (!isRecord(rule) || !['absolute', 'relative'].includes(textOf(rule['severity']))) return true
  const groups = isRecord(when) ? records(when['all']) : []
  return findings(
    groups.flatMap((group, groupIndex) =>
      records(group['any']).flatMap((test, index) =>
        test['state'] === 'absent'
          ? [
              {
                message:
                  'Only a precaution may ask for a condition that does not apply. Lower the severity, or turn the test round.',
                path: ['all', ...entryPath(group, groupIndex, 'any'), ...entryPath(test, index, 'state')],
              },
            ]
          : [],
      ),
    ),
  )
}

/** A rule that a modification lifts says what the modification is. */
export function describesModification(unless: unknown, rule: unknown): true | string {
  if (!Array.isArray(unless) || !unless.includes('modification-used') || !isRecord(rule)) return true
  return !isEmpty(rule['modification']) || 'Describe the modification, on the tab “Reasons and alternatives”.'
}

/** Certainty is a value on a scale. */
export function isValueOnScale(certainty: unknown): true | string {
  if (!isRecord(certainty)) return true
  return isEmpty(certainty['scale']) === isEmpty(certainty['value']) || 'Give both the scale and the value.'
}

/** A rule is reviewed after it comes into force. */
export function isReviewedAfterStart(reviewBy: unknown, rule: unknown): true | string {
  const from = isRecord(rule) ? textOf(rule['effectiveFrom']) : ''
  const by = textOf(reviewBy)
  return from === '' || by === '' || by > from || 'The review must be due after the rule comes into force.'
}
