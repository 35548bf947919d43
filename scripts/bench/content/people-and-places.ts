import { type GeneratedDocument, randomFor, slugOf, withSystemFields } from './document.ts'
import { imageOf } from './picture.ts'
import { key, paragraph } from './portable-text.ts'
import { person, phrase, place, sentence, sentences, word } from './sentences.ts'
import { beginning } from './timeline.ts'
import { vocabulary } from './vocabulary.ts'
import { anyPicture, idIn, type World } from './world.ts'

export function authorDocument(world: World, index: number): GeneratedDocument {
  const random = randomFor(world.seed, 'author', index)
  const name = person(random)
  const fields = {
    _id: idIn(world, 'author', index),
    _type: 'author',
    name,
    slug: slugOf(name, index),
    role: word('role', random),
    ...(random.happens(0.7) && { portrait: imageOf(anyPicture(world, random), random) }),
    bio: [paragraph(random, 3, () => undefined)],
    ...(random.happens(0.5) && {
      links: [
        {
          _key: key(random),
          _type: 'labelledLink',
          label: phrase(random),
          url: `https://example.org/${random.hexadecimal(8)}`,
        },
      ],
    }),
  }
  return withSystemFields(random, fields, beginning)
}

export function venueDocument(world: World, index: number): GeneratedDocument {
  const random = randomFor(world.seed, 'venue', index)
  const name = `The ${word('before', random)} and ${random.pick(vocabulary.pub)}`
  const town = place(random)
  const fields = {
    _id: idIn(world, 'venue', index),
    _type: 'venue',
    name,
    slug: slugOf(name, index),
    address: `${random.integer(1, 200)} ${place(random)} Street\n${town}`,
    location: {
      _type: 'geopoint',
      lat: 50 + random.integer(0, 50_000) / 10_000,
      lng: random.integer(-30_000, 10_000) / 10_000,
    },
    nearestStation: `${town} ${place(random)}`,
    accessNotes: sentences(random, 2),
    ...(random.happens(0.6) && { photo: imageOf(anyPicture(world, random), random) }),
  }
  return withSystemFields(random, fields, beginning)
}

export function topicDocument(world: World, index: number): GeneratedDocument {
  const random = randomFor(world.seed, 'topic', index)
  const common = vocabulary.topic[index]
  const title = common === undefined ? phrase(random) : common.charAt(0).toUpperCase() + common.slice(1)
  const fields = {
    _id: idIn(world, 'topic', index),
    _type: 'topic',
    title,
    slug: slugOf(title, index),
    description: sentence(random),
  }
  return withSystemFields(random, fields, beginning)
}
