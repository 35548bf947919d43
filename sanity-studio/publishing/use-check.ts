import { useState, useSyncExternalStore } from 'react'
import { getDraftId, useEditState, useSyncState, useValidationStatus } from 'sanity'
import { unsentWords } from './unsent-words.ts'

/** What is known of the mistakes in a document. */
type Check = {
  /** Whether all that was written is saved and checked. */
  done: boolean
  /** Mistakes in the latest state that was checked; unless `done`, not the latest that was written. */
  mistakes: boolean
  /** Whether these mistakes came up only since the last time that all was checked, and may be mended already. */
  doubtful: boolean
}

/** Follows the checks of a document's draft. @param id the published document's */
export function useCheck(id: string, type: string): Check {
  const unsent = useSyncExternalStore(unsentWords.subscribe, unsentWords.exist)
  const { isSyncing } = useSyncState(id, type)
  const { draft } = useEditState(id, type)
  const { isValidating, revision, validation } = useValidationStatus(getDraftId(id), type, true)
  const done = !unsent && !isSyncing && !isValidating && revision === draft?._rev
  const mistakes = validation.some(({ level }) => level === 'error')
  const [hadMistakes, setHadMistakes] = useState(true)
  if (done && mistakes !== hadMistakes) setHadMistakes(mistakes)
  return { done, mistakes, doubtful: !done && mistakes && !hadMistakes }
}
