import { mutationError } from './errors.ts'
import { type ReferenceIndex, strongReferencesOf } from './references.ts'
import type { Stage } from './stage.ts'

/** Refuses a transaction that would leave a strong reference pointing at nothing. */
export function checkReferences(stage: Stage, index: ReferenceIndex): void {
  for (const { documentId, after } of stage.changes()) {
    if (after === null) checkNotReferredTo(documentId, stage, index)
    else checkTargetsExist(documentId, strongReferencesOf(after), stage)
  }
}

function checkTargetsExist(id: string, targets: Set<string>, stage: Stage): void {
  for (const target of targets) {
    if (stage.get(target)) continue
    throw mutationError(409, 0, {
      description: `Document "${id}" references non-existent document "${target}"`,
      type: 'documentReferenceDoesNotExistError',
      id,
      referenceID: target,
    })
  }
}

function checkNotReferredTo(id: string, stage: Stage, index: ReferenceIndex): void {
  const referrers = [...index.referrers(id)].filter((referrer) => {
    const document = stage.get(referrer)
    return document !== undefined && strongReferencesOf(document).has(id)
  })
  if (referrers.length === 0) return
  throw mutationError(409, 0, {
    description: `Document "${id}" cannot be deleted as there are references to it from "${referrers[0]}"`,
    type: 'documentHasExistingReferencesError',
    id,
    referencingIDs: referrers,
  })
}
