import { type GeneratedDocument, randomFor, reference, second, slugOf, withSystemFields } from './document.ts'
import { paragraph } from './portable-text.ts'
import { title } from './sentences.ts'
import { timeOf } from './timeline.ts'
import { idIn, type World } from './world.ts'

const hour = 3600 * 1000

/** An evening in a pub, a few days before somebody writes about it. Later numbers are newer. */
export function eventDocument(world: World, index: number): GeneratedDocument {
  const { counts, seed } = world
  const random = randomFor(seed, 'event', index)
  const name = title(random)
  const starts = timeOf(index, counts.events) - random.integer(24, 96) * hour
  const fields = {
    _id: idIn(world, 'event', index),
    _type: 'event',
    title: name,
    slug: slugOf(name, index),
    startsAt: second(starts),
    endsAt: second(starts + 3 * hour),
    timeZone: random.happens(0.95) ? 'Europe/London' : 'Europe/Lisbon',
    status: random.happens(0.94) ? 'scheduled' : random.pick(['moved', 'cancelled']),
    venue: reference(idIn(world, 'venue', random.rank(counts.venues))),
    ...(random.happens(0.3) && { bookingUrl: `https://example.org/book/${random.hexadecimal(8)}` }),
    ...(random.happens(0.3) && { capacityNote: `${random.integer(12, 80)} seats` }),
    description: [paragraph(random, 3, () => undefined)],
  }
  return withSystemFields(random, fields, starts - 30 * 24 * hour)
}
