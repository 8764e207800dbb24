import {createContent, formatProblem} from '@spine-center/sdk'

/** A build that stops at the first document that is not as promised, and logs it with a link to mend it. */
export async function exerciseTitles(url: string, log: (line: string) => void): Promise<readonly string[]> {
  const content = createContent({
    url,
    dataset: 'production',
    studioUrl: 'http://localhost:3333',
    onInvalid: 'throw',
    onProblem: (problem) => log(formatProblem(problem)),
  })
  const {items} = await content.exercises()
  return items.map(({title}) => title)
}
