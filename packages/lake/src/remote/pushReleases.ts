import type {PushJob} from './push.ts'

const IF_EXISTS = {create: 'fail', replace: 'replace', missing: 'ignore'} as const

/** Makes the releases, which versions of documents belong to, as they are here. */
export async function pushReleases({plan, remote, state, mode, onProgress}: PushJob): Promise<void> {
  for (const [index, release] of plan.releases.entries()) {
    const releaseId = release._id.slice('_.releases.'.length)
    // One that was attempted may be there: it is the same one.
    const ifExists = state.isReleaseThere(`try ${release._id}`) ? 'ignore' : IF_EXISTS[mode]
    state.note({release: `try ${release._id}`})
    await remote.act({actionType: 'sanity.action.release.import', releaseId, attributes: release, ifExists})
    state.note({release: release._id})
    onProgress('Releases', index + 1, plan.releases.length)
  }
}
