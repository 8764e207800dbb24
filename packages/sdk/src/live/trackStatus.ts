import type {ContentError} from '../errors/ContentError.ts'
import type {LiveStatus} from './liveOptions.ts'

/** Tells a hook how following goes. */
export interface StatusTracker {
  connected(): void
  lost(error: ContentError): void
  /** A read succeeded. */
  read(): void
  readFailed(error: ContentError): void
}

/** Calls the hook when the status changes, and at each failure. */
export function trackStatus(onStatus: ((status: LiveStatus) => void) | undefined): StatusTracker {
  let isConnected = false
  let streamError: ContentError | null = null
  let readError: ContentError | null = null
  const say = () => onStatus?.({isConnected, isCurrent: readError === null, error: readError ?? streamError})
  return {
    connected() {
      if (isConnected) return
      isConnected = true
      streamError = null
      say()
    },
    lost(error) {
      isConnected = false
      streamError = error
      say()
    },
    read() {
      if (readError === null) return
      readError = null
      say()
    },
    readFailed(error) {
      readError = error
      say()
    },
  }
}
