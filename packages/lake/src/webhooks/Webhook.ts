/** What can happen to a document. */
export type WebhookOperation = 'create' | 'update' | 'delete'

/** Methods that a webhook may be delivered with. */
export type WebhookMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What an administrator says of a webhook. */
export type WebhookInput = {
  name: string
  description: string | null
  /** A dataset, or `*` for all of them. */
  dataset: string
  url: string
  httpMethod: WebhookMethod
  apiVersion: string
  /** Drafts and versions count as well as what is published. */
  includeDrafts: boolean
  includeAllVersions: boolean
  headers: Record<string, string>
  /** Signs what is delivered; without it nothing is signed. */
  secret: string | null
  isDisabledByUser: boolean
  rule: {
    on: readonly WebhookOperation[]
    /** GROQ about one document, as stands between the brackets of `*[…]`; with `before()`, `after()`, `delta::`. */
    filter: string | null
    /** GROQ for the body; the document as it is afterwards (for a deletion as it was) without one. */
    projection: string | null
  }
}

/** A webhook as Sanity's API shows it. */
export type Webhook = WebhookInput & {
  type: 'document'
  id: string
  projectId: string
  createdAt: string
  createdByUserId: string
  isDisabled: boolean
  deletedAt: null
}
