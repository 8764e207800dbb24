import type {Context, Hono} from 'hono'
import {bodyLimit} from 'hono/body-limit'
import {readAnswers, toProfile, toRedFlags, type Answers} from '../screening/answers.ts'
import {conditionsPage, stagesPage} from '../screening/conditionsPage.ts'
import {chooseQuestions, chooseStageQuestions} from '../screening/questions.ts'
import {askedFlags, redFlagsPage} from '../screening/redFlagsPage.ts'
import {resultPage, seekCarePage} from '../screening/resultPage.ts'
import {createRuleContext} from '../exercises/ruleContext.ts'
import type {Site} from './site.ts'

const MAX_FORM_BYTES = 64 * 1024

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
    const fields = [...new URLSearchParams(await context.req.text())]
    const step = fields.find(([name]) => name === 'step')?.[1]
    return answer(context, site, step, readAnswers(fields))
  })
}

async function answer(
  context: Context,
  site: Site,
  step: string | undefined,
  answers: Answers,
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
    const found = new Set(screening.seekCare.carePathways.map(({_id: id}) => id))
    return site.send(
      context,
      seekCarePage(
        pathways.items.filter(({_id: id}) => found.has(id)),
        chrome,
      ),
      chrome,
    )
  }
  const missing = flags.flatMap(({slug}) => (answers.flags.has(slug) ? [] : [slug]))
  if (missing.length > 0) return site.send(context, redFlagsPage({flags, answers, missing}), chrome, 400)
  if (step === 'red-flags' || step === 'change') {
    const unasked = await content.screen({profile: {}, at: site.now()})
    return site.send(context, conditionsPage(chooseQuestions(unasked, conditions.items), answers), chrome)
  }
  const stages = chooseStageQuestions(screening, conditions.items, answers.stages)
  if (stages.length > 0) return site.send(context, stagesPage(stages, answers), chrome)
  const [citations, rules] = await Promise.all([content.citations(), content.contraindications()])
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
