import type { Edit } from './edit.ts'

/**
 * Mends in Sanity's own code, where no setting exists: an organiser who presses "Publish" once is to be published,
 * whatever is written meanwhile, by whomever.
 */
export const publishingEdits: Edit[] = [
  {
    // A document's operations supersede one another there: the next patch, or the saving that follows a patch after
    // a second, would cancel a publication that waits for its turn or is under way, without a word. So those that
    // wait get a queue of their own.
    what: 'a publication that is called off by the next key stroke',
    pattern: /groupBy\(\(op\) => op\.idPair\.publishedId\)/,
    replacement: 'groupBy((op) => op.idPair.publishedId + REQUIRES_CONSISTENCY.includes(op.operationName))',
  },
  {
    // Publishing takes the draft away, and the server makes a new one for an edit that comes later. Without its
    // creation in the edit the Studio applies it to nothing, and crashes.
    what: 'a crash when a draft is published while somebody writes in it',
    pattern:
      /draft\.mutate\(\[(\.\.\.draft\.patch\(\[\{ unset: \["_empty_action_guard_pseudo_field_"\] \}\]\), \.\.\.patchMutation)\]\)/,
    replacement: 'draft.mutate([draft.createIfNotExists(snapshots.draft), $1])',
  },
  {
    // They begin with that creation, so they need nothing to stand on.
    what: 'the loss of words that are not sent yet when somebody publishes the draft',
    pattern: /newBasis === null \? \(this\.out = \[\]/,
    replacement: 'newBasis === null && !this.out[0]?.createIfNotExists ? (this.out = []',
  },
  {
    // The revision and the document that is to be checked are throttled each for itself: for a moment the new
    // revision stands beside the judgement of the one before it.
    what: 'two clocks for the check of a document',
    pattern: /throttleTime\$1\(200, asyncScheduler, \{ trailing: !0 \}\)\)(?=, documentToValidate\$)/,
    replacement: 'throttleTime$$1(200, asyncScheduler, { trailing: !0 }), shareLatestWithRefCount())',
  },
  {
    // A check takes a while, and what it finds is given out as found in the latest revision: a mistake that is
    // mended by then stops a publication.
    what: 'judgements of a document that belong to an earlier state of it',
    pattern:
      /combineLatest\(\[documentRevision\$, (validateDocumentWithReferences\([^)]*\))\]\)\.pipe\(map\$1\(\(\[revision, validationStatus\]\) => \(\{\s*\.\.\.validationStatus,\s*revision\s*\}\)\)\)/,
    replacement: `combineLatest([documentToValidate$$, documentRevision$$, $1]).pipe(map$$1(([latest, revision, validationStatus]) => ({
      ...validationStatus,
      revision: !latest || validationStatus.revision === latest._rev ? revision : validationStatus.revision
    })))`,
  },
]
