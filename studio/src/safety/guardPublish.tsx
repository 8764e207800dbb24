import type {ArticleFinding} from '@spine-center/rules/safety'
import {useState} from 'react'
import {useClient} from 'sanity'
import type {DocumentActionComponent, DocumentActionDescription} from 'sanity'
import {checkDocument} from './checkDocument.ts'
import {HeldBackMessage} from './HeldBackMessage.tsx'
import {readScreeningData} from './readScreeningData.ts'
import {rulesUnreadable} from './safetyValidation.ts'

/**
 * Wraps the publish action: at the moment of publishing the article is checked once more against the rules
 * as they are then. Validation alone may have run before a rule was published.
 */
export function guardPublish(publish: DocumentActionComponent): DocumentActionComponent {
  const GuardedPublish: DocumentActionComponent = (props) => {
    const client = useClient({apiVersion: '2025-02-19'})
    const [checking, setChecking] = useState(false)
    const [reasons, setReasons] = useState<readonly string[]>([])
    const original = publish(props)
    if (original === null) return null

    const publishIfAllowed = async () => {
      setChecking(true)
      const found = await findReasons(props.version ?? props.draft, client)
      setChecking(false)
      if (found.length > 0) setReasons(found)
      else original.onHandle?.()
    }

    const guarded: DocumentActionDescription = {
      ...original,
      disabled: original.disabled === true || checking,
      onHandle: () => void publishIfAllowed(),
    }
    if (reasons.length > 0) {
      guarded.dialog = {
        type: 'dialog',
        header: 'Not published',
        content: <HeldBackMessage reasons={reasons} />,
        onClose: () => setReasons([]),
      }
    }
    return guarded
  }
  GuardedPublish.action = 'publish'
  GuardedPublish.displayName = 'GuardedPublish'
  return GuardedPublish
}

type Client = Parameters<typeof readScreeningData>[0]

/** The sentences that hold the document back; empty when nothing does. */
async function findReasons(document: unknown, client: Client): Promise<string[]> {
  try {
    const findings = checkDocument(document, await readScreeningData(client), new Date().toISOString())
    return [...new Set(findings.filter(isError).map(({message}) => message))]
  } catch (error) {
    return [rulesUnreadable(error)]
  }
}

function isError({severity}: ArticleFinding): boolean {
  return severity === 'error'
}
