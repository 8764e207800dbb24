import {DatabaseSync} from 'node:sqlite'
import {describe, expect, test} from 'vitest'
import {completeLimits} from '../LakeLimits.ts'
import {createPeople} from './createPeople.ts'

function setUp() {
  const database = new DatabaseSync(':memory:')
  const time = {now: Date.parse('2026-01-01T00:00:00Z')}
  const clock = () => new Date((time.now += 1))
  return {
    database,
    time,
    people: createPeople({database, clock, limits: completeLimits(), sessionLifetimeMs: 1000}),
  }
}

describe('people', () => {
  test('the first is administrator, the others are editors', () => {
    const {people} = setUp()
    const ada = people.create({name: '  Ada \n Lovelace ', email: 'ada@example.org'})
    const bob = people.create({name: 'Bob'})
    expect(ada).toMatchObject({name: 'Ada Lovelace', email: 'ada@example.org', role: 'administrator'})
    expect(bob).toMatchObject({name: 'Bob', email: '', role: 'editor'})
    expect(people.list()).toEqual([ada, bob])
    expect(people.find(bob.id)).toEqual(bob)
    expect(people.find('nobody')).toBeUndefined()
    expect(ada.id).toMatch(/^p[0-9a-f]{12}$/)
  })

  test.each([
    [{name: ''}, 'needs a name'],
    [{name: ' \t '}, 'needs a name'],
    [{name: 'x'.repeat(101)}, 'at most 100'],
    [{name: 'a\u0007b'}, 'control characters'],
    [{name: 'ADA'}, 'there already'],
    [{name: 'Bob', email: 'bob'}, 'no e-mail address'],
    [{name: 'Bob', email: 'b o@b'}, 'no e-mail address'],
  ])('%j is refused', (person, message) => {
    const {people} = setUp()
    people.create({name: 'Ada'})
    expect(() => people.create(person)).toThrow(message)
    expect(people.list()).toHaveLength(1)
  })

  test('roles change, but one administrator stays', () => {
    const {people} = setUp()
    const [ada, bob] = [people.create({name: 'Ada'}), people.create({name: 'Bob'})]
    expect(() => people.setRole(ada.id, 'viewer')).toThrow('the only administrator')
    expect(people.setRole(bob.id, 'administrator').role).toBe('administrator')
    expect(people.setRole(ada.id, 'viewer').role).toBe('viewer')
    expect(() => people.setRole('nobody', 'viewer')).toThrow('no person "nobody"')
  })

  test('a session stands for its person until it ends or runs out, and is stored only as a hash', () => {
    const {people, database, time} = setUp()
    const {id} = people.create({name: 'Ada'})
    const [token, other] = [people.createSession(id), people.createSession(id)]
    expect(people.identify(token)).toEqual({kind: 'member', userId: id, role: 'administrator'})
    expect(people.identify(`${token}x`)).toBeUndefined()
    expect(people.identify('')).toBeUndefined()
    expect(JSON.stringify(database.prepare('SELECT * FROM people_sessions').all())).not.toContain(token)
    expect(people.endSession(token)).toBe(true)
    expect(people.endSession(token)).toBe(false)
    expect(people.identify(token)).toBeUndefined()
    expect(people.identify(other)).toBeDefined()
    time.now += 2000
    expect(people.identify(other)).toBeUndefined()
    people.createSession(id)
    expect(database.prepare('SELECT count(*) AS n FROM people_sessions').get()).toEqual({n: 1})
    expect(() => people.createSession('nobody')).toThrow('no person "nobody"')
  })

  test('a changed role counts at once', () => {
    const {people} = setUp()
    people.create({name: 'Ada'})
    const {id} = people.create({name: 'Bob'})
    const token = people.createSession(id)
    people.setRole(id, 'viewer')
    expect(people.identify(token)).toMatchObject({role: 'viewer'})
  })

  test('opening the same database again finds everybody', () => {
    const {people, database} = setUp()
    const {id} = people.create({name: 'Ada'})
    const token = people.createSession(id)
    const again = createPeople({
      database,
      limits: completeLimits(),
      clock: () => new Date('2026-01-01T00:00:00.500Z'),
    })
    expect(again.identify(token)).toMatchObject({userId: id})
  })
})

describe('key-values', () => {
  test('are kept for each person', () => {
    const {keyValues} = setUp().people
    expect(
      keyValues.put('a', [
        {key: 'x', value: {n: 1}},
        {key: 'y', value: null},
      ]),
    ).toHaveLength(2)
    keyValues.put('a', [{key: 'x', value: 2}])
    keyValues.put('b', {key: 'x', value: 'mine'})
    expect(keyValues.get('a')).toEqual([
      {key: 'x', value: 2},
      {key: 'y', value: null},
    ])
    expect(keyValues.get('a', ['y', 'none', 'x'])).toEqual([
      {key: 'y', value: null},
      {key: 'x', value: 2},
    ])
    expect(keyValues.get('b', ['x'])).toEqual([{key: 'x', value: 'mine'}])
  })

  test('have limits', () => {
    const {keyValues} = setUp().people
    expect(() => keyValues.put('a', ['x'])).toThrow('written as')
    expect(() => keyValues.put('a', [{key: '', value: 1}])).toThrow('written as')
    expect(() => keyValues.put('a', [{key: 'x', value: 'y'.repeat(70_000)}])).toThrow('too large')
    expect(() =>
      keyValues.put(
        'a',
        Array.from({length: 1001}, (_v, i) => ({key: `k${i}`, value: i})),
      ),
    ).toThrow('the limit is 1000')
    expect(keyValues.get('a')).toEqual([])
  })
})
