import type { AssetFiles } from './assets/files.ts'
import type { TransformCache } from './assets/transform-cache.ts'
import type { Datasets } from './datasets.ts'
import type { EventStreams } from './event-stream.ts'
import type { Origins } from './origins.ts'
import type { PresenceHub } from './presence.ts'
import type { QueryPool } from './query/query-pool.ts'
import type { Store } from './store/store.ts'

/** Everything that answering a request can need. */
export type Lake = {
  token: string
  store: Store
  datasets: Datasets
  queries: QueryPool
  files: AssetFiles
  transforms: TransformCache
  streams: EventStreams
  presence: PresenceHub
  origins: Origins
  /** Tells the person who runs the lake about a fault of its own; one line. */
  report(message: string): void
}
