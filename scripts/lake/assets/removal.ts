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
      await files.remove(dataset.name, name)
      await transforms.forget(hashIn(name))
    })
  }
}
