import {expect} from 'vitest'
import type {Case, Subject} from '../suite/Case.ts'
import {openPresence} from '../suite/openPresence.ts'

const STUDIO = 'Studio, presence: JSON-RPC 2.0 over /socket/:dataset'
const OWN = 'hosted presence is not documented'
const LOCATIONS = [{type: 'document', documentId: '~a', path: ['title']}]

const CASES: Case[] = [
  {
    rule: 'a token is sent as the first message, where headers cannot be',
    source: `${STUDIO}: authorization {authorization: "Bearer …"}`,
    async run(scope) {
      const client = await openPresence(scope, null)
      expect(await client.call('presence_subscribe')).toMatchObject({error: {code: expect.any(Number)}})
      expect(await client.call('authorization', {authorization: `Bearer ${scope.target.token}`})).toBe(true)
      expect(await client.call('presence_subscribe')).toEqual(expect.any(String))
    },
  },
  {
    rule: 'a token that is none is refused',
    source: STUDIO,
    async run(scope) {
      const client = await openPresence(scope, null)
      expect(await client.call('authorization', {authorization: 'Bearer none'})).toMatchObject({
        error: {message: expect.any(String)},
      })
    },
  },
  {
    rule: 'others hear where one is',
    source: `${STUDIO}: presence_announce is told as {type: "state", i, m: {sessionId, locations}}`,
    async run(scope) {
      const [one, other] = [
        await openPresence(scope, scope.target.token),
        await openPresence(scope, scope.target.token),
      ]
      expect(await one.call('presence_announce', {data: {sessionId: '~s', locations: LOCATIONS}})).toBe(true)
      expect(await other.next()).toEqual({
        type: 'state',
        i: expect.any(String),
        m: {sessionId: '~s', locations: LOCATIONS},
      })
    },
  },
  {
    rule: 'a roll call asks all others',
    source: `${STUDIO}: presence_rollcall is told as {type: "rollCall", i, session}`,
    async run(scope) {
      const [one, other] = [
        await openPresence(scope, scope.target.token),
        await openPresence(scope, scope.target.token),
      ]
      await one.call('presence_rollcall', {session: '~s'})
      expect(await other.next()).toEqual({type: 'rollCall', i: expect.any(String), session: '~s'})
    },
  },
  {
    rule: 'others hear when one goes',
    source: `${STUDIO}: presence_disconnect is told as {type: "disconnect", i, m: {session}}`,
    async run(scope) {
      const [one, other] = [
        await openPresence(scope, scope.target.token),
        await openPresence(scope, scope.target.token),
      ]
      await one.call('presence_disconnect', {session: '~s'})
      expect(await other.next()).toEqual({type: 'disconnect', i: expect.any(String), m: {session: '~s'}})
    },
  },
  {
    rule: 'a method that there is none of is named',
    source: 'JSON-RPC 2.0: -32601',
    async run(scope) {
      const client = await openPresence(scope, scope.target.token)
      expect(await client.call('presence_dance')).toMatchObject({
        error: {code: -32_601, message: expect.stringContaining('presence_dance')},
      })
    },
  },
]

/** Who looks at what, over a socket. */
export const presence: Subject = {
  subject: 'presence',
  cases: CASES.map((one) => ({...one, embeddedOnly: OWN, needsSocket: true})),
}
