type Swatch = {
  _type: 'sanity.imagePaletteSwatch'
  background: string
  foreground: string
  title: string
  /** Percentage of the picture. */
  population: number
}

const targets = {
  vibrant: { saturation: [0.35, 1, 1], lightness: [0.3, 0.5, 0.7] },
  lightVibrant: { saturation: [0.35, 1, 1], lightness: [0.55, 0.74, 1] },
  darkVibrant: { saturation: [0.35, 1, 1], lightness: [0, 0.26, 0.45] },
  muted: { saturation: [0, 0.3, 0.4], lightness: [0.3, 0.5, 0.7] },
  lightMuted: { saturation: [0, 0.3, 0.4], lightness: [0.55, 0.74, 1] },
  darkMuted: { saturation: [0, 0.3, 0.4], lightness: [0, 0.26, 0.45] },
} as const

type Range = readonly [minimum: number, wanted: number, maximum: number]

export type Palette = { _type: 'sanity.imagePalette'; dominant?: Swatch } & {
  -readonly [name in keyof typeof targets]?: Swatch
}

type Colour = { red: number; green: number; blue: number; count: number }

/**
 * The colours that stand for a picture, in the form of Sanity's own metadata.
 * @param pixels red, green, blue and opacity, a byte each, best of a small copy
 */
export function paletteOf(pixels: Uint8Array): Palette {
  const colours = quantise(pixels)
  const total = colours.reduce((sum, colour) => sum + colour.count, 0)
  const palette: Palette = { _type: 'sanity.imagePalette' }
  const chosen: Colour[] = []
  for (const name of targetNames) {
    const colour = best(colours, targets[name])
    if (!colour) continue
    palette[name] = swatch(colour, total)
    chosen.push(colour)
  }
  const dominant = chosen.sort((a, b) => b.count - a.count)[0] ?? colours[0]
  if (dominant) palette.dominant = swatch(dominant, total)
  return palette
}

const visible = 128

const targetNames = Object.keys(targets) as (keyof typeof targets)[]

/** Mean colours of the cells of a coarse grid through colour space, most frequent first. */
function quantise(pixels: Uint8Array): Colour[] {
  const cells = new Map<number, Colour>()
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, opacity = 0] = pixels.subarray(at, at + 4)
    if (opacity < visible) continue
    const key = ((red >> 5) << 6) | ((green >> 5) << 3) | (blue >> 5)
    const cell = cells.get(key) ?? { red: 0, green: 0, blue: 0, count: 0 }
    cells.set(key, {
      red: cell.red + red,
      green: cell.green + green,
      blue: cell.blue + blue,
      count: cell.count + 1,
    })
  }
  return [...cells.values()]
    .map(({ red, green, blue, count }) => ({
      red: red / count,
      green: green / count,
      blue: blue / count,
      count,
    }))
    .sort((a, b) => b.count - a.count)
}

function best(colours: Colour[], target: { saturation: Range; lightness: Range }): Colour | undefined {
  const most = colours[0]?.count ?? 1
  return colours
    .map((colour) => ({ colour, ...saturationAndLightness(colour) }))
    .filter(
      ({ saturation, lightness }) =>
        within(saturation, target.saturation) && within(lightness, target.lightness),
    )
    .map(({ colour, saturation, lightness }) => ({
      colour,
      score:
        3 * (1 - Math.abs(saturation - target.saturation[1])) +
        6 * (1 - Math.abs(lightness - target.lightness[1])) +
        colour.count / most,
    }))
    .sort((a, b) => b.score - a.score)[0]?.colour
}

function within(value: number, [minimum, , maximum]: Range): boolean {
  return value >= minimum && value <= maximum
}

function saturationAndLightness({ red, green, blue }: Colour): { saturation: number; lightness: number } {
  const high = Math.max(red, green, blue) / 255
  const low = Math.min(red, green, blue) / 255
  const lightness = (high + low) / 2
  const spread = high - low
  return { lightness, saturation: spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1)) }
}

function swatch(colour: Colour, total: number): Swatch {
  const channels = [colour.red, colour.green, colour.blue]
  const background = `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`
  const brightness = 0.299 * colour.red + 0.587 * colour.green + 0.114 * colour.blue
  const foreground = brightness < 150 ? '#fff' : '#000'
  const title = brightness < 200 ? '#fff' : '#000'
  const population = Math.round((colour.count / total) * 10_000) / 100
  return { _type: 'sanity.imagePaletteSwatch', background, foreground, title, population }
}
