import type {ScreeningProblem} from '@spine-center/sdk/safety'
import type {Context, Hono} from 'hono'
import {bodyLimit} from 'hono/body-limit'
import {readForm, toProfile, toRedFlags, type SentForm} from '../screening/answers.ts'
import {conditionsPage, stagesPage} from '../screening/conditionsPage.ts'
import {chooseQuestions, chooseStageQuestions} from '../screening/questions.ts'
import {askedFlags, redFlagsPage} from '../screening/redFlagsPage.ts'
import {notUnderstoodPage, resultPage, seekCarePage} from '../screening/resultPage.ts'
import {createRuleContext} from '../exercises/ruleContext.ts'
import type {Site} from './site.ts'

const MAX_FORM_BYTES = 64 * 1024

// Answers that screening could not use: a result would be lighter than what the reader meant.
const NOT_UNDERSTOOD: ReadonlySet<string> = new Set([
  'unknown-facet',
  'unknown-stage',
  'unknown-red-flag',
] satisfies ScreeningProblem['code'][])

/** Questions and what the content says for these answers. Nothing of it is stored, logged or put in an address. */
export function addScreeningRoutes(app: Hono, site: Site): void {
  app.use('/screening', async (context, next) => {
    await next()
    context.res.headers.set('cache-control', 'no-store')
    context.res.headers.set('referrer-policy', 'no-referrer')
  })

  app.get('/screening', async (context) => {
    const [chrome, {items, problems}] = await Promise.all([site.readChrome(), site.content.carePathways()])
    site.report(problems)
    const page = redFlagsPage({flags: askedFlags(items), answers: null, missing: []})
    return site.send(context, page, chrome)
  })

  app.post('/screening', bodyLimit({maxSize: MAX_FORM_BYTES}), async (context) => {
    return answer(context, site, readForm(new URLSearchParams(await context.req.text())))
  })
}

async function answer(
  context: Context,
  site: Site,
  {step, answers, isUnderstood}: SentForm,
): Promise<Response> {
  const {content} = site
  const [chrome, pathways, conditions, screening] = await Promise.all([
    site.readChrome(),
    content.carePathways(),
    content.conditions(),
    content.screen({profile: toProfile(answers), redFlags: toRedFlags(answers), at: site.now()}),
  ])
  site.report([...pathways.problems, ...conditions.problems, ...screening.read.problems])
  const flags = askedFlags(pathways.items)
  if (screening.seekCare) {
    const ids = new Set(screening.seekCare.carePathways.map(({_id: id}) => id))
    const found = pathways.items.filter(({_id: id}) => ids.has(id))
    // A sign without a pathway to show leads to all of those that do not wait.
    return site.send(context, seekCarePage(found.length > 0 ? found : flags, chrome), chrome)
  }
  // Only now: whatever else a form holds, a sign that does not wait comes first.
  if (!isUnderstood || screening.problems.some(({code}) => NOT_UNDERSTOOD.has(code))) {
    return site.send(context, notUnderstoodPage(), chrome, 400)
  }
  const missing = flags.flatMap(({slug}) => (answers.flags.has(slug) ? [] : [slug]))
  if (missing.length > 0) return site.send(context, redFlagsPage({flags, answers, missing}), chrome, 400)
  if (step === 'red-flags' || step === 'change') {
    const unasked = await content.screen({profile: {}, at: site.now()})
    return site.send(context, conditionsPage(chooseQuestions(unasked, conditions.items), answers), chrome)
  }
  const stages = chooseStageQuestions(screening, conditions.items, answers.stages)
  if (stages.length > 0) return site.send(context, stagesPage(stages, answers), chrome)
  const [citations, rules] = await Promise.all([
    content.citations(),
    content.contraindications({asOf: site.now()}),
  ])
  site.report([...citations.problems, ...rules.problems])
  const model = {
    screening,
    answers,
    conditions: conditions.items,
    rules: createRuleContext(citations.items, rules.items, conditions.items),
    uncertainFlags: flags.filter(({slug}) => answers.flags.get(slug) === 'unsure'),
  }
  return site.send(context, resultPage(model, chrome), chrome)
}
