import type { Counts } from './counts.ts'
import { idOf, type Kind } from './document.ts'
import { inventedPicture, type Picture } from './picture.ts'
import type { Random } from './random.ts'

/** All that a document needs to know of the others: ids follow from numbers, so that none has to be kept. */
export type World = { seed: number; counts: Counts; pictures: readonly Picture[] | undefined }

export function idIn({ seed }: World, kind: Kind, index: number): string {
  return idOf(seed, kind, index)
}

export function pictureIn({ seed, pictures }: World, index: number): Picture {
  return pictures?.[index] ?? inventedPicture(seed, index)
}

export function anyPicture(world: World, random: Random): Picture {
  return pictureIn(world, random.integer(0, world.counts.assets - 1))
}

/** Different numbers, the low ones far more often than the high ones, in the order in which they came up. */
export function distinctRanks(random: Random, count: number, length: number): number[] {
  const chosen = new Set<number>()
  while (chosen.size < Math.min(count, length)) chosen.add(random.rank(length))
  return [...chosen]
}
