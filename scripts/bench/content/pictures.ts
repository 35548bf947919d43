import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { Picture } from './picture.ts'
import { Random } from './random.ts'

/** Small real pictures, all different. `picture` says under which id a lake keeps these bytes. */
export function drawPictures(count: number, seed = 1): Promise<{ picture: Picture; bytes: Buffer }[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const random = new Random(`${seed} picture ${index}`)
      const [width, height] = random.pick([[320, 180] as const, [240, 180] as const, [180, 240] as const])
      const background = `#${random.hexadecimal(6)}`
      const bytes = await sharp({ create: { width, height, channels: 3, background } })
        .jpeg()
        .toBuffer()
      const sha1hash = createHash('sha1').update(bytes).digest('hex')
      return { picture: { sha1hash, width, height, extension: 'jpg' }, bytes }
    }),
  )
}
