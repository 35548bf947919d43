import { constants, setPriority } from 'node:os'
import { asFailure } from '../system-failure.ts'
import { buildIndex, closeIndexer } from './build-index.ts'
import { type CompactionAnswer, type CompactionOrder, compactionOrder } from './compaction-order.ts'
import { openIndexState } from './index-state.ts'

// Run as a process of its own: it can have a low priority, its memory comes back, and it can be ended at any moment.
process.once('disconnect', () => process.exit())
process.once('message', async (message) => {
  const answer = await compact(compactionOrder.parse(message)).catch(refusal)
  await closeIndexer()
  process.send?.(answer, () => process.exit())
})

async function compact(order: CompactionOrder): Promise<CompactionAnswer> {
  const { outDir, cacheDir, root, pages, isCalm } = order
  // Before the indexer is started, which inherits it.
  if (isCalm) setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  const state = openIndexState(cacheDir, outDir)
  try {
    const built = await buildIndex(outDir, root, pages)
    state.save(built.folder, built.pages)
    return { folder: built.folder }
  } finally {
    state.close()
  }
}

function refusal(error: unknown): CompactionAnswer {
  const { message, hint = '' } = asFailure(error) ?? { message: String(error) }
  return { message: `The search index could not be made anew. ${message}`, hint }
}
