import { mutationError } from './errors.ts'
import { strongReferencesOf } from './references.ts'
import type { Stage } from './stage.ts'

/**
 * Refuses a transaction that would leave a strong reference pointing at nothing.
 * @param referrers ids of the documents with a strong reference to one, before the transaction
 */
export function checkReferences(stage: Stage, referrers: (id: string) => string[]): void {
  const written = stage.written()
  for (const [id, after] of written) {
    if (after) checkTargetsExist(id, strongReferencesOf(after), stage)
    else if (stage.stored(id)) checkNotReferredTo(id, stage, referrers(id))
  }
}

function checkTargetsExist(id: string, targets: string[], stage: Stage): void {
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

/** A document that the transaction itself makes refer to it is found by its own check. */
function checkNotReferredTo(id: string, stage: Stage, before: string[]): void {
  const referrers = before.filter((referrer) => {
    const document = stage.get(referrer)
    return document !== undefined && strongReferencesOf(document).includes(id)
  })
  if (referrers.length === 0) return
  throw mutationError(409, 0, {
    description: `Document "${id}" cannot be deleted as there are references to it from "${referrers[0]}"`,
    type: 'documentHasExistingReferencesError',
    id,
    referencingIDs: referrers,
  })
}
