import { lists } from '../lists.ts'
import { wordsOf } from '../locale.ts'
import { pagePath, paths } from '../paths.ts'
import type { SiteReader } from '../reader.ts'
import { above, crumbs } from './crumbs.ts'
import { type EveningLine, eveningLines } from './evening-line.ts'
import { type Frame, frame } from './frame.ts'
import { type Pager, pagerOf } from './pager.ts'

/** What is coming, soonest first, and what was, newest first. */
export type EventsView = {
  kind: 'events'
  frame: Frame
  heading: string
  /** Undefined on pages of older evenings. */
  coming: EveningLine[] | undefined
  past: { year: string; evenings: EveningLine[] }[]
  pager: Pager
}

export function eventsView(site: SiteReader, number: number | undefined): EventsView {
  const page = site.page(lists.past, number)
  const { page: pageNumber, events } = wordsOf(site)
  const heading = number === undefined ? events.name : events.pastPage(number)
  return {
    kind: 'events',
    frame: frame(site, {
      path: pagePath(paths.events, number),
      title: heading,
      description: events.about,
      crumbs:
        number === undefined ? crumbs(site, heading) : crumbs(site, pageNumber(number), above(site).events),
    }),
    heading,
    coming: number === undefined ? eveningLines(site.all(lists.coming), site) : undefined,
    past: byYear(eveningLines(page.ids, site)),
    pager: pagerOf(page),
  }
}

function byYear(evenings: readonly EveningLine[]): EventsView['past'] {
  const years: EventsView['past'] = []
  for (const evening of evenings) {
    const { year } = evening.startsAt
    const last = years.at(-1)
    if (last?.year === year) last.evenings.push(evening)
    else years.push({ year, evenings: [evening] })
  }
  return years
}
