import sharp, { type Sharp } from 'sharp'

const colours = { red: '#ff0000', green: '#00ff00', blue: '#0000ff', yellow: '#ffff00' }

export type Colour = keyof typeof colours | 'white' | 'black' | 'grey' | 'clear' | 'other'

/** Red above left, green above right, blue below left, yellow below right. */
export function quadrants(width: number, height: number): Sharp {
  const tile = (background: string, left: number, top: number) => ({
    input: { create: { width: width / 2, height: height / 2, channels: 3 as const, background } },
    left,
    top,
  })
  const whole = sharp({ create: { width, height, channels: 3, background: colours.red } })
  const tiles = [
    tile(colours.green, width / 2, 0),
    tile(colours.blue, 0, height / 2),
    tile(colours.yellow, width / 2, height / 2),
  ]
  return whole.composite(tiles).removeAlpha()
}

/** Frames of one colour each. */
export async function animation(format: 'gif' | 'webp', delays: number[]): Promise<Buffer> {
  const backgrounds = Object.values(colours).slice(0, delays.length)
  const frames = await Promise.all(
    backgrounds.map((background) =>
      sharp({ create: { width: 40, height: 20, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  const joined = sharp(frames, { join: { animated: true } })
  const timing = { delay: delays, loop: 3 }
  return format === 'gif'
    ? joined.gif(timing).toBuffer()
    : joined.webp({ ...timing, lossless: true }).toBuffer()
}

/** The colour at a place, as a person would call it: compressing changes it a little. */
export async function colourAt(picture: Buffer, left: number, top: number, page = 0): Promise<Colour> {
  const { data } = await sharp(picture, { page })
    .toColourspace('srgb')
    .ensureAlpha()
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const [red = 0, green = 0, blue = 0, opacity = 0] = data
  if (opacity < 10) return 'clear'
  const levels = [red, green, blue].map((value) => (value > 200 ? 'f' : value < 60 ? '0' : '-')).join('')
  if (levels === '---' && Math.max(red, green, blue) - Math.min(red, green, blue) < 12) return 'grey'
  return names[levels] ?? 'other'
}

const names: Record<string, Colour> = {
  f00: 'red',
  '0f0': 'green',
  '00f': 'blue',
  ff0: 'yellow',
  fff: 'white',
  '000': 'black',
}
