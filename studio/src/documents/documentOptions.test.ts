import type {DocumentActionComponent, DocumentActionsContext} from 'sanity'
import {expect, test} from 'vitest'
import {documentOptions} from './documentOptions.ts'

type Action = NonNullable<DocumentActionComponent['action']>

function action(name: Action): DocumentActionComponent {
  return Object.assign(() => null, {action: name})
}

const offered = (['publish', 'discardChanges', 'unpublish', 'duplicate', 'delete', 'restore'] as const).map(
  action,
)

function actionsFor(schemaType: string): DocumentActionComponent[] {
  const {actions} = documentOptions('http://localhost:3000')
  if (typeof actions !== 'function') throw new TypeError('The actions must depend on the type.')
  return actions(offered, contextOf(schemaType))
}

// The resolver reads the type alone.
function contextOf(schemaType: string): DocumentActionsContext {
  return Object.assign(Object.create(null), {schemaType})
}

test('the settings can be changed, not made again or taken away', () => {
  expect(actionsFor('siteSettings').map((component) => component.action)).toEqual([
    'publish',
    'discardChanges',
    'restore',
  ])
})

test('publishing an article is guarded; its other actions are as they were', () => {
  const actions = actionsFor('article')
  expect(actions.map((component) => component.action)).toEqual(offered.map((component) => component.action))
  expect(actions[0]?.displayName).toBe('GuardedPublish')
  expect(actions.slice(1)).toEqual(offered.slice(1))
})

test('other documents keep their actions', () => {
  expect(actionsFor('exercise')).toEqual(offered)
})
