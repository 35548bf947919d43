import type { Head } from '../../cms/head.ts'
import { capital, named } from '../named.ts'
import type { SiteReader } from '../reader.ts'

/** Every old address of the site and where it leads, for hosts that know redirects. */
export type RedirectsView = { kind: 'redirects'; rules: { from: string; to: string }[] }

/** Also tells the organisers of old addresses that lead nowhere, and of those that several documents claim. */
export function redirectsView(site: SiteReader): RedirectsView {
  const rules: RedirectsView['rules'] = []
  for (const { id, text } of site.misspeltClaims()) {
    const head = headOf(id, site)
    if (head)
      site.notice(
        `${capital(named(head))} says that it once stood at ${JSON.stringify(text)}, which is no address of a page: nothing leads on from there.`,
      )
  }
  for (const { path, ids, leadsTo, isTaken } of site.claims()) {
    const claimants = ids.flatMap((id) => headOf(id, site) ?? [])
    const [first, ...others] = claimants
    if (leadsTo !== undefined) rules.push({ from: path, to: leadsTo })
    if (!first) continue
    if (isTaken)
      site.notice(
        `${capital(claimants.map(named).join(' and '))} once stood at ${path}, but another page stands there now: it stays.`,
      )
    else if (others.length > 0)
      site.notice(
        `${capital(claimants.map(named).join(' and '))} all say that they once stood at ${path}. It leads to ${named(first)}, which was created last.`,
      )
  }
  return { kind: 'redirects', rules }
}

function headOf(id: string, site: SiteReader): Head | undefined {
  for (const type of ['recap', 'author', 'topic', 'event', 'venue'] as const) {
    const head = site.document(type, id)
    if (head) return head
  }
  return undefined
}
