import { imageOf } from './picture.ts'
import { key, listItem, paragraph, plainBlock, wordsOf } from './portable-text.ts'
import type { Random } from './random.ts'
import { heading, sentence } from './sentences.ts'
import { anyPicture, idIn, type World } from './world.ts'

/** Sections under headings, a list and two pictures; 510 to 690 words in its blocks, most often around 600. */
export function recapBody(world: World, random: Random, index: number): object[] {
  const wanted = random.integer(255, 330) + random.integer(255, 330)
  const earlier = () =>
    index === 0 ? undefined : idIn(world, 'recap', index - 1 - random.integer(0, Math.min(index - 1, 400)))
  const body: object[] = []
  let words = 0
  const add = (block: ReturnType<typeof plainBlock>) => {
    body.push(block)
    words += wordsOf(block)
  }
  add(paragraph(random, 3, earlier))
  for (let section = 0; words < wanted; section++) {
    add(plainBlock(random, heading(random), 'h2'))
    if (section === 1) for (let item = 0; item < 4; item++) add(listItem(random, sentence(random)))
    for (let left = random.integer(2, 3); left > 0 && words < wanted; left--) {
      add(paragraph(random, Math.min(random.integer(2, 5), Math.ceil((wanted - words) / 14)), earlier))
    }
    if (section < 2) body.push({ _key: key(random), ...imageOf(anyPicture(world, random), random) })
    if (section === 2 && random.happens(0.3)) {
      body.push({ _key: key(random), _type: 'pullQuote', text: sentence(random) })
    }
  }
  return body
}
