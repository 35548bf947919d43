import type { Dataset } from './dataset.ts'
import { layer, publishedId } from './document.ts'
import type { Step } from './store/history-table.ts'

/** What happened to a document, in the words of the Studio's history pane; edits it finds in the transaction log. */
export type DocumentEvent = { id: string; type: string; [detail: string]: unknown }

/**
 * What happened to one version of a document (the published one, a draft, or that of a release), newest first.
 * `versionRevisionId` is the revision that the version had: before it was published or deleted, or as it began.
 */
export function documentEvents(dataset: Dataset, id: string): DocumentEvent[] {
  const published = publishedId(id)
  const version = id === published ? `drafts.${published}` : id
  const steps = dataset.history([published, version])
  const first = steps.find(({ documentId }) => documentId === version)
  let hasVersion = Boolean(first ? first.before : dataset.get(version))
  const events: DocumentEvent[] = []
  for (const transaction of Map.groupBy(steps, (step) => step.id).values()) {
    const live = transaction.find(({ documentId }) => documentId === published)
    const own = transaction.find(({ documentId }) => documentId === version)
    if (own) hasVersion = own.after !== null
    const change: GroupChange = { live, own, hasVersion, published, version }
    events.push(...(id === published ? eventsOfPublished(change) : eventsOfVersion(change)))
  }
  return events.reverse()
}

/** What one transaction did to the published document and to one version of it. */
type GroupChange = {
  live: Step | undefined
  own: Step | undefined
  /** Whether there is such a version afterwards. */
  hasVersion: boolean
  published: string
  version: string
}

function eventsOfPublished(change: GroupChange): DocumentEvent[] {
  const { live, hasVersion } = change
  if (!live) return []
  if (!live.after) return [hasVersion ? unpublication(change, live) : deletion(change, live)]
  if (isPublication(change)) return [publication(change, live)]
  const type = live.before ? 'updateLiveDocument' : 'createLiveDocument'
  return [{ ...baseOf(change, live), type, revisionId: live.id }]
}

/** Oldest first. */
function eventsOfVersion(change: GroupChange): DocumentEvent[] {
  const { live, own } = change
  if (live?.after && isPublication(change)) return [publication(change, live)]
  if (!own || (own.before && own.after)) return []
  if (!own.after) {
    if (live && !live.after) return [deletion(change, live)]
    return [{ ...versionOf(change, own), type: 'deleteDocumentVersion', versionRevisionId: own.before?._rev }]
  }
  const creation: DocumentEvent = {
    ...versionOf(change, own),
    type: 'createDocumentVersion',
    versionRevisionId: own.id,
  }
  // The Studio cannot select an unpublication in a draft's history; it can select the draft that came of it.
  return live && !live.after ? [creation, unpublication(change, live)] : [creation]
}

/** A version goes when it is published; a draft that was also made in that transaction leaves no trace. */
function isPublication({ own, live, version }: GroupChange): boolean {
  if (own) return own.before !== null && own.after === null
  const isOfDraft = version.startsWith('drafts.')
  return isOfDraft && Boolean(live?.actions.includes('sanity.action.document.publish'))
}

function publication(change: GroupChange, step: Step): DocumentEvent {
  return {
    ...versionOf(change, step),
    type: 'publishDocumentVersion',
    revisionId: step.id,
    versionRevisionId: change.own?.before?._rev,
    publishCause: 'document.publish',
  }
}

function unpublication(change: GroupChange, step: Step): DocumentEvent {
  const versionRevisionId = change.own?.after?._rev
  return { ...versionOf(change, step), type: 'unpublishDocument', versionRevisionId }
}

function deletion(change: GroupChange, step: Step): DocumentEvent {
  return { ...baseOf(change, step), type: 'deleteDocumentGroup' }
}

function versionOf(change: GroupChange, step: Step) {
  const { version } = change
  const releaseId = version.startsWith('versions.') ? layer(version) : undefined
  return { ...baseOf(change, step), versionId: version, releaseId }
}

function baseOf({ published }: GroupChange, { id, timestamp, author }: Step) {
  return { id, timestamp, author, documentId: published }
}
