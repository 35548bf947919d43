import { applyPatch, type RawPatch } from 'mendoza'
import { expect } from 'vitest'
import type { StoredDocument } from '../../../../scripts/lake/document.ts'

export type LogLine = {
  id: string
  documentIDs: string[]
  effects: Record<string, { apply: RawPatch; revert: RawPatch }>
}

/** The log of transactions about some documents, oldest first. */
export async function readLog(lake: { url: string; token: string }, ids: string[]): Promise<LogLine[]> {
  const address = `${lake.url}/v1/data/history/production/transactions/${ids.join(',')}?effectFormat=mendoza`
  const response = await fetch(address, { headers: { authorization: `Bearer ${lake.token}` } })
  const lines = (await response.text()).trim().split('\n')
  return lines.map((line) => JSON.parse(line))
}

/**
 * Goes back along the log from a document as it is, and forth again to the same.
 * @returns what was there before the first line
 */
export function expectUnbroken(id: string, now: StoredDocument | undefined, log: LogLine[]): unknown {
  const lines = log.filter(({ documentIDs }) => documentIDs.includes(id))
  const effects = lines.flatMap(({ effects: { [id]: effect } }) => effect ?? [])
  if (now) expect(now._rev).toBe(lines.at(-1)?.id)
  const { _rev, ...content } = now ?? { _rev: undefined }
  const last = now ? content : null
  const first = effects.reduceRight((state: unknown, { revert }) => applyPatch(state, revert), last)
  expect(effects.reduce((state: unknown, { apply }) => applyPatch(state, apply), first)).toEqual(last)
  return first
}
