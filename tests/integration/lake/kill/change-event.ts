import type { MutationEvent } from '@sanity/client'
import { applyPatch, type RawPatch } from 'mendoza'
import type { StoredDocument } from '../../../../scripts/lake/document.ts'

/** What a listener is told of one document in one transaction. */
export type ChangeEvent = Omit<MutationEvent, 'effects' | 'result'> & {
  eventId: string
  /** As far as they were asked for. */
  effects?: { apply: RawPatch }
  result?: StoredDocument
}

export function isChange(event: { type: string }): event is ChangeEvent {
  return event.type === 'mutation'
}

export function stateAfter(
  event: ChangeEvent,
  before: StoredDocument | undefined,
): StoredDocument | undefined {
  if (event.transition === 'disappear') return undefined
  if (!event.effects) return event.result
  const { _rev, ...content } = before ?? { _rev: undefined }
  return { ...applyPatch(before ? content : null, event.effects.apply), _rev: event.resultRev }
}

/** Undefined where the document is gone. */
export function revisionAfter(event: ChangeEvent): string | undefined {
  return event.transition === 'disappear' ? undefined : event.resultRev
}
