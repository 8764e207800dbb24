import type {Content} from '@spine-center/sdk'
import type {Answer} from '@spine-center/sdk/safety'

/** What to show for a reader's answers: care first, then what the content says of each exercise. */
export async function screenWithSigns(
  content: Content,
  osteoporosis: Answer,
  caudaEquina: Answer,
): Promise<readonly string[]> {
  const {seekCare, exercises, notice} = await content.screen({
    profile: {osteoporosis},
    redFlags: {'cauda-equina': caudaEquina},
    exercises: ['hip-hinge', 'toe-touch'],
  })
  // A sign that needs care comes before everything: then there are no exercises to show.
  if (seekCare) return [...seekCare.wording.map(({text}) => text), notice]
  return [notice, ...exercises.flatMap(({wording}) => wording.map(({text}) => text))]
}
