import { hashIn, nameForAssetId } from './asset-name.ts'
import type { AssetFiles } from './files.ts'
import type { TransformCache } from './transform-cache.ts'

type Home = { name: string; get(id: string): unknown }

/**
 * Removes the files of assets whose documents were deleted, and what was made out of them, as the hosted
 * API does. History can bring such a document back, but not its file: for that it has to be uploaded again.
 * Call it after the commit; drafts, versions and other documents among the ids are passed over.
 */
export async function removeAssetFiles(
  deletedIds: Iterable<string>,
  dataset: Home,
  files: AssetFiles,
  transforms: TransformCache,
): Promise<void> {
  for (const id of deletedIds) {
    const name = nameForAssetId(id)
    if (name === undefined) continue
    await files.exclusively(dataset.name, name, async () => {
      // The same bytes may have been uploaded again since.
      if (dataset.get(id) !== undefined) return
      // The original last: as long as it is there, a removal that a crash interrupted is known to be unfinished.
      await transforms.forget(hashIn(name))
      await files.remove(dataset.name, name)
    })
  }
}

/**
 * The assets among deleted documents whose files are still there, because the lake was ended between the one and the
 * other. A file that no deletion is known of stays: it may belong to data that somebody is about to bring back.
 */
export function unfinishedRemovals(deletedIds: string[], dataset: string, files: AssetFiles): string[] {
  return deletedIds.filter((id) => {
    const name = nameForAssetId(id)
    return name !== undefined && files.find(dataset, name) !== undefined
  })
}
