import { routes } from '../../src/site/routes.ts'
import { type PageView, viewOf } from '../../src/site/views/view.ts'
import { snapshotOf } from './snapshots.ts'

/** What an address shows in a site of these stored documents. @throws where that is not of the kind */
export function viewAt<K extends PageView['kind']>(
  kind: K,
  path: string,
  documents: object[],
): Extract<PageView, { kind: K }> {
  const view = routes(snapshotOf(documents))
    .find((route) => route.path === path)
    ?.view()
  return viewOf({ view: view?.kind === 'feed' ? undefined : view }, kind)
}
