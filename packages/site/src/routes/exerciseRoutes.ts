import type {Hono} from 'hono'
import {exerciseListPage} from '../exercises/exerciseListPage.ts'
import {exercisePage} from '../exercises/exercisePage.ts'
import {createRuleContext} from '../exercises/ruleContext.ts'
import {bodyRegionWords, difficultyWords, equipmentWords, positionWords} from '../format/words.ts'
import {articlesAboutExercise} from '../generated/articlesAboutExercise.ts'
import {messagePage} from '../layout/messagePage.ts'
import {chosenFrom, unknownFilterPage} from './chosenFrom.ts'
import {pageUrl, type Site} from './site.ts'

/** Exercises: the list and each one. */
export function addExerciseRoutes(app: Hono, site: Site): void {
  const {content} = site

  app.get('/exercises', async (context) => {
    const position = chosenFrom(positionWords, context.req.query('position'))
    const equipment = chosenFrom(equipmentWords, context.req.query('equipment'))
    const bodyRegion = chosenFrom(bodyRegionWords, context.req.query('region'))
    const difficulty = chosenFrom(difficultyWords, context.req.query('difficulty'))
    if (position === null || equipment === null || bodyRegion === null || difficulty === null) {
      return site.send(context, unknownFilterPage(), await site.readChrome(), 400)
    }
    const maxDifficulty = difficulty === undefined ? undefined : Number(difficulty)
    const filter = {position, equipment, bodyRegion, maxDifficulty}
    const [chrome, page] = await Promise.all([site.readChrome(), content.exercises(filter)])
    site.report(page.problems)
    const query = {
      position: position ?? '',
      equipment: equipment ?? '',
      region: bodyRegion ?? '',
      difficulty: difficulty ?? '',
    }
    return site.send(context, exerciseListPage({exercises: page.items, query}, chrome), chrome)
  })

  app.get('/exercises/:slug', async (context) => {
    const slug = context.req.param('slug')
    const now = site.now()
    const [chrome, exercise, screening, citations, rules, conditions, usedIn] = await Promise.all([
      site.readChrome(),
      content.exercise(slug),
      content.screen({profile: {}, exercises: [slug], at: now}),
      content.citations(),
      content.contraindications({asOf: now}),
      content.conditions(),
      content.queryList(articlesAboutExercise, {slug, now: now.toISOString()}),
    ])
    if (!exercise) {
      const page = messagePage('This exercise does not exist', 'It may have been moved or taken down.')
      return site.send(context, page, chrome, 404)
    }
    for (const {problems} of [screening.read, citations, rules, conditions, usedIn]) site.report(problems)
    const model = {
      exercise,
      screening: screening.exercises[0] ?? null,
      rules: createRuleContext(citations.items, rules.items, conditions.items),
      usedIn: usedIn.items,
      disclaimer: chrome.disclaimer,
      url: pageUrl(context),
      now,
    }
    return site.send(context, exercisePage(model, chrome), chrome)
  })
}
