import {errorResponse} from '../errors/errorResponse.ts'
import {LakeError} from '../errors/LakeError.ts'

/** Answers the mistakes of clients; every other error goes on to the application around, which reports it. */
export function answerLakeErrors(error: Error): Response {
  if (error instanceof LakeError) return errorResponse(error)
  throw error
}
