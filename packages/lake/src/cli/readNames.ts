import {LakeError} from '../errors/LakeError.ts'
import type {Arguments} from './Arguments.ts'

// As Sanity's own clients take it.
const PROJECT_ID = /^[-a-z0-9]+$/i

/** @throws LakeError `usage` for what no client would take. */
export function readProjectId(args: Arguments): string {
  const text = args.demand('project-id')
  if (PROJECT_ID.test(text)) return text
  throw new LakeError('usage', `--project-id is "${text}": use letters, digits and "-".`)
}

/** Pages by their origin. @throws LakeError `usage` for what no browser sends as one. */
export function readOrigins(args: Arguments): string[] {
  return args.list('allow-origin').map((text) => {
    if (/^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text) return text
    throw new LakeError(
      'usage',
      `--allow-origin is "${text}": write an origin such as https://studio.example.org, without a path.`,
    )
  })
}

/** Host names. @throws LakeError `usage` for what is none, as one with a port or a scheme. */
export function readHosts(args: Arguments): string[] {
  return args.list('allow-host').map((text) => {
    const address = `http://${text}`
    if (URL.canParse(address) && new URL(address).hostname === text) return text
    throw new LakeError(
      'usage',
      `--allow-host is "${text}": write a name such as lake.example.org, in small letters and without a port.`,
    )
  })
}
