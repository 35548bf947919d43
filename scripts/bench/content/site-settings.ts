import { type GeneratedDocument, randomFor, withSystemFields } from './document.ts'
import { imageOf } from './picture.ts'
import { key, plainBlock } from './portable-text.ts'
import { sentence } from './sentences.ts'
import { beginning } from './timeline.ts'
import { anyPicture, type World } from './world.ts'

const menu = [
  ['Recaps', '/recaps/'],
  ['People', '/authors/'],
  ['Topics', '/topics/'],
] as const

export function siteSettings(world: World): GeneratedDocument {
  const random = randomFor(world.seed, 'siteSettings', 0)
  const fields = {
    _id: 'siteSettings',
    _type: 'siteSettings',
    title: 'Many Evenings',
    tagline: 'Made-up content, to measure with',
    description: sentence(random),
    logo: imageOf(anyPicture(world, random), random),
    menu: menu.map(([label, path]) => ({ _key: key(random), _type: 'menuItem', label, path })),
    footer: [plainBlock(random, sentence(random))],
    shareImage: imageOf(anyPicture(world, random), random),
    repliesCloseAfterDays: 60,
  }
  return withSystemFields(random, fields, beginning)
}
