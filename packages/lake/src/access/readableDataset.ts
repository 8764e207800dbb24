import type {Dataset} from '../Dataset.ts'
import type {DatasetRegistry} from '../DatasetRegistry.ts'
import {LakeError} from '../errors/LakeError.ts'
import type {Viewer} from './Viewer.ts'

/** Whether a reader may know of a dataset at all: without a token there are only public ones. */
export function isReadable(dataset: Dataset, viewer: Viewer): boolean {
  return viewer.kind === 'member' || dataset.aclMode === 'public'
}

/**
 * The dataset, if this reader may read it.
 * @throws LakeError `notFound` naming the datasets there are; `unauthorized` without a token, which tells as little of a
 *   private dataset as of one that does not exist.
 */
export function readableDataset(
  datasets: Pick<DatasetRegistry, 'find' | 'get' | 'list'>,
  name: string,
  viewer: Viewer,
): Dataset {
  if (viewer.kind === 'member') return datasets.get(name)
  const dataset = datasets.find(name)
  if (dataset && isReadable(dataset, viewer)) return dataset
  const open = datasets.list().filter((other) => isReadable(other, viewer))
  throw new LakeError(
    'unauthorized',
    `Without a token there is no dataset "${name}", only ${open.map((other) => other.name).join(', ') || 'none'}: send a token, or correct the name.`,
  )
}
