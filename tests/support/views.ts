import { type PageView, type View, viewOf } from '../../src/site/views/view.ts'
import { documentsOf, siteOf, testMoment } from './sites.ts'

/** What an address shows in a site of these stored documents. @throws where that is not of the kind */
export function viewAt<K extends PageView['kind']>(
  kind: K,
  path: string,
  documents: object[],
  now = testMoment,
): Extract<PageView, { kind: K }> {
  const view = siteOf(documentsOf(...documents), now).view(path)
  return viewOf({ view: view?.kind === 'feed' ? undefined : view }, kind)
}

/** The feed of a site of these stored documents. */
export function feedAt(path: string, documents: object[]): Extract<View, { kind: 'feed' }> {
  const view = siteOf(documentsOf(...documents)).view(path)
  if (view?.kind !== 'feed') throw new Error(`There is no feed at ${path}.`)
  return view
}
