import { Failure } from '../../src/failure.ts'

/** What is to be imported is not whole; nothing has been written yet. */
export function damaged(message: string, options?: ErrorOptions): Failure {
  return new Failure(
    message,
    'Nothing was imported. Make the export anew, or mend the entry named above.',
    options,
  )
}
