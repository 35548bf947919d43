import { pageKey } from '../site/page-key.ts'
import type { Route } from '../site/routes.ts'
import type { View } from '../site/views/view.ts'
import type { Output } from './output-state.ts'

/** A route with what it shows now and the file that it is written to. */
export type Shown = { path: string; file: string; key: string; view: View }

/** Where the page of an address is written, relative to the output folder. */
function fileOf(path: string): string {
  return path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1)
}

/** The address of a page, from the file that it is written to. */
export function pathOf(file: string): string {
  return `/${file.replace(/(?<=^|\/)index\.html$/, '')}`
}

/** What every route shows now. */
export function showAll(routes: readonly Route[], codeFingerprint: string): Shown[] {
  return routes.map(({ path, view: show }) => {
    const view = show()
    return { path, file: fileOf(path), key: pageKey(view, codeFingerprint), view }
  })
}

/** Those that show something else than what was written for them. */
export function staleOf(shown: readonly Shown[], written: ReadonlyMap<string, Output>): Shown[] {
  return shown.filter(({ file, key }) => written.get(file)?.key !== key)
}
