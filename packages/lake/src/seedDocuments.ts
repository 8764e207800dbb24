import {randomUUID} from 'node:crypto'
import type {Dataset} from './Dataset.ts'
import type {JsonObject} from './json/isJsonObject.ts'
import {applyMutation} from './transactions/applyMutation.ts'
import {parseMutation} from './transactions/Mutation.ts'

/** Puts documents into an empty dataset, in one transaction and before anybody asks. */
export function seedDocuments(dataset: Dataset, documents: readonly JsonObject[]): void {
  if (dataset.store.ids.size > 0 || documents.length === 0) return
  dataset.transactor.commitNow({
    transactionId: `seed-${randomUUID()}`,
    author: '<system>',
    skipReferenceCheck: true,
    build: (copy) => {
      for (const document of documents) {
        applyMutation(copy, parseMutation({createOrReplace: document}), {
          createId: randomUUID,
          select: () => [],
          autoGenerateArrayKeys: false,
        })
      }
    },
  })
}
