import {
  type GeneratedDocument,
  keyedReference,
  randomFor,
  reference,
  second,
  slugOf,
  withSystemFields,
} from './document.ts'
import { imageOf } from './picture.ts'
import { recapBody } from './recap-body.ts'
import { sentences, title } from './sentences.ts'
import { timeOf } from './timeline.ts'
import { anyPicture, distinctRanks, idIn, type World } from './world.ts'

/** A recap of an evening: about 600 words, three topics, two pictures in the text. Later numbers are newer. */
export function recapDocument(world: World, index: number): GeneratedDocument {
  const { counts, seed } = world
  const random = randomFor(seed, 'recap', index)
  const name = title(random)
  const event = Math.floor((index * counts.events) / counts.recaps)
  const published = timeOf(index, counts.recaps) + random.integer(0, 2 * 24 * 3600) * 1000
  const authors = distinctRanks(random, random.happens(0.1) ? 2 : 1, counts.authors)
  const topics = distinctRanks(random, 3, counts.topics)
  const fields = {
    _id: idIn(world, 'recap', index),
    _type: 'recap',
    title: name,
    slug: slugOf(name, index),
    publishedAt: new Date(published).toISOString(),
    authors: authors.map((author) => keyedReference(random, idIn(world, 'author', author))),
    template: random.happens(0.8) ? 'evening' : 'interview',
    standfirst: sentences(random, 2),
    event: reference(idIn(world, 'event', event)),
    topics: topics.map((topic) => keyedReference(random, idIn(world, 'topic', topic))),
    ...(random.happens(0.9) && { cover: imageOf(anyPicture(world, random), random) }),
    body: recapBody(world, random, index),
    repliesOpen: random.happens(0.9),
    ...(random.happens(0.2) && { seo: { _type: 'seo', title: name, description: sentences(random, 1) } }),
    ...(random.happens(0.03) && { previousPaths: [`/recaps/${slugOf(title(random), index).current}/`] }),
  }
  return withSystemFields(random, fields, Date.parse(second(published)) - 3 * 24 * 3600 * 1000)
}
