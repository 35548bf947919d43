import { constants, setPriority } from 'node:os'
import { asFailure } from '../system-failure.ts'
import { buildIndex, closeIndexer } from './build-index.ts'
import { type CompactionAnswer, type CompactionOrder, compactionOrder } from './compaction-order.ts'

// Run as a process of its own: it can have a low priority, its memory comes back, and it can be ended at any moment.
process.once('disconnect', () => process.exit())
process.once('message', async (message) => {
  const answer = await compact(compactionOrder.parse(message)).catch(refusal)
  await closeIndexer()
  process.send?.(answer, () => process.exit())
})

async function compact(order: CompactionOrder): Promise<CompactionAnswer> {
  const { outDir, root, scratch, pages, isCalm } = order
  // Before the indexer is started, which inherits it. Lower still, and a busy machine would never come to it.
  if (isCalm) setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  const built = await buildIndex(outDir, root, scratch, pages)
  return { folder: built.folder, pages: [...built.pages] }
}

function refusal(error: unknown): CompactionAnswer {
  const { message, hint = '' } = asFailure(error) ?? { message: String(error) }
  return { message: `The search index could not be made anew. ${message}`, hint }
}
