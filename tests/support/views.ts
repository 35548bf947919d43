import type { View } from '../../src/site/views/view.ts'
import { documentsOf, siteOf, testMoment } from './sites.ts'

/** What an address shows in a site of these stored documents. @throws where that is not of the kind */
export function viewAt<K extends View['kind']>(
  kind: K,
  path: string,
  documents: object[],
  now = testMoment,
): Extract<View, { kind: K }> {
  const view = siteOf(documentsOf(...documents), now).view(path)
  if (view && isOf(kind, view)) return view
  throw new Error(`At ${path} there is ${view ? `a view of the kind “${view.kind}”` : 'nothing'}.`)
}

function isOf<K extends View['kind']>(kind: K, view: View): view is Extract<View, { kind: K }> {
  return view.kind === kind
}
