import type { LakeAddress } from '../../scripts/local/lake-process.ts'
import { createLakeClient } from '../../src/cms/client.ts'
import { openMirror } from '../../src/cms/mirror.ts'
import { type PullOptions, type PullReport, pull } from '../../src/cms/pull.ts'

/** Everything that the mirror in a file says about documents, but not when it was told. */
export function saidByFile(file: string): string {
  const mirror = openMirror(file, 'a lake')
  try {
    const documents = mirror.ids().map((id) => ({ head: mirror.head(id), body: mirror.body(id) }))
    const entries = [...mirror.entries()].sort((a, b) => (a._id < b._id ? -1 : 1))
    return JSON.stringify({ documents, entries, refusals: mirror.refusals() }, null, 1)
  } finally {
    mirror.close()
  }
}

/** Brings the mirror in a file up to date. @param url of the lake, or of what stands before it */
export async function pullInto(
  file: string,
  { projectId, dataset, token, url }: LakeAddress,
  options: PullOptions = {},
): Promise<PullReport> {
  const mirror = openMirror(file, 'a lake')
  try {
    return await pull(createLakeClient({ projectId, dataset, token, apiHost: url }), mirror, options)
  } finally {
    mirror.close()
  }
}
