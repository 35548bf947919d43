import { readingMinutes } from '../../portable-text/plain-text.ts'
import { paths } from '../paths.ts'
import { places } from '../pictures.ts'
import { resolveBody } from '../resolve-body.ts'
import type { Snapshot } from '../snapshot.ts'
import { type Card, card } from './card.ts'
import { type Frame, frame, siteName } from './frame.ts'
import { nextTicket, type Ticket } from './ticket.ts'
import { type TopicLink, topicLinks } from './topic-links.ts'

export type HomeView = {
  kind: 'home'
  frame: Frame
  lead: (Card & { minutes: number }) | undefined
  earlier: Card[]
  recapCount: number
  nextEvening: Ticket | undefined
  topics: TopicLink[]
}

const earlierCards = 6

export function homeView(snapshot: Snapshot): HomeView {
  const { settings, recaps } = snapshot
  const [newest, ...earlier] = recaps
  const name = siteName(snapshot)
  return {
    kind: 'home',
    frame: frame(snapshot, {
      path: paths.home,
      title: settings ? `${name}: ${settings.tagline}` : name,
    }),
    lead: newest && {
      ...card(newest, snapshot, places.lead),
      minutes: readingMinutes(resolveBody(newest.document.body, snapshot)),
    },
    earlier: earlier.slice(0, earlierCards).map((recap) => card(recap, snapshot)),
    recapCount: recaps.length,
    nextEvening: nextTicket(snapshot),
    topics: topicLinks(snapshot),
  }
}
