import { compiledBundle } from '../../scripts/publisher/compiled-bundle.ts'
import { root } from './root.ts'

/** Vitest's global set-up: the site's code is compiled once, before any test needs it. */
export default async function setup(): Promise<void> {
  await compiledBundle(root)
}
