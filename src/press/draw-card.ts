import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Node, Renderer } from '@takumi-rs/core'
import sharp from 'sharp'
import type { ShareCardView } from '../site/views/share-card.ts'

const size = { width: 1200, height: 630 }
const mostBytes = 400_000

const colours = { paper: '#fbf7f0', ink: '#1f1b16', soft: '#625a4e', lamp: '#a84a06', line: '#e4dac9' }

/** A card in the site's own type, with a picture beside it where there is one. */
export async function drawCard(
  { siteTitle, title, byline }: ShareCardView,
  cover: Uint8Array | undefined,
): Promise<Uint8Array> {
  const card: Node = {
    type: 'container',
    style: { ...size, display: 'flex', backgroundColor: colours.paper, color: colours.ink },
    children: [
      {
        type: 'container',
        style: {
          flexGrow: 1,
          flexBasis: 0,
          minWidth: 0,
          display: 'flex',
          flexDirection: 'column',
          padding: cover ? '64px 48px 64px 64px' : '72px 96px',
          borderLeft: `16px solid ${colours.lamp}`,
        },
        children: [
          {
            type: 'text',
            text: siteTitle,
            style: {
              fontFamily: 'Fraunces',
              fontSize: 32,
              fontWeight: 640,
              color: colours.lamp,
              lineClamp: 1,
            },
          },
          {
            type: 'text',
            text: title,
            style: {
              fontFamily: 'Fraunces',
              fontSize: titleSize(title, cover !== undefined),
              fontWeight: 500,
              lineHeight: 1.06,
              letterSpacing: '-0.02em',
              overflowWrap: 'anywhere',
              textWrap: 'balance',
              lineClamp: 5,
              marginTop: 'auto',
              marginBottom: 'auto',
            },
          },
          {
            type: 'text',
            text: byline,
            style: {
              fontFamily: 'Figtree',
              fontSize: 28,
              lineHeight: 1.35,
              color: colours.soft,
              lineClamp: 2,
            },
          },
        ],
      },
      ...(cover ? [coverNode] : []),
    ],
  }
  const png = await (await renderer()).render(card, {
    ...size,
    format: 'png',
    images: cover ? [{ src: coverNode.src, data: cover, cache: 'none' }] : [],
  })
  // A palette takes five times as long as all the rest: only for photographs, that some messengers would not show else.
  if (png.length <= mostBytes) return png
  return sharp(png).removeAlpha().png({ palette: true, quality: 90, effort: 1 }).toBuffer()
}

const coverNode = {
  type: 'image',
  src: 'cover',
  style: { width: 560, height: size.height, objectFit: 'cover' },
} satisfies Node

/** Long titles are set smaller, so that most are shown whole. */
function titleSize(title: string, isBesidePicture: boolean): number {
  const room = isBesidePicture ? 1 : 1.9
  const length = [...title].length / room
  if (length < 28) return isBesidePicture ? 72 : 96
  if (length < 60) return isBesidePicture ? 60 : 76
  return isBesidePicture ? 48 : 60
}

const latin: [number, number][] = [
  [0x20, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2c6, 0x2dc],
  [0x2000, 0x2212],
]
const latinExtended: [number, number][] = [
  [0x100, 0x2ba],
  [0x1e00, 0x1e9f],
  [0x1ef2, 0x1eff],
]

const fonts = [
  ['Fraunces', 'fraunces/files/fraunces-latin-wght-normal.woff2', latin],
  ['Fraunces', 'fraunces/files/fraunces-latin-ext-wght-normal.woff2', latinExtended],
  ['Figtree', 'figtree/files/figtree-latin-wght-normal.woff2', latin],
  ['Figtree', 'figtree/files/figtree-latin-ext-wght-normal.woff2', latinExtended],
] as const

let ready: Promise<Renderer> | undefined

/** One for each thread. */
function renderer(): Promise<Renderer> {
  ready ??= withFonts()
  return ready
}

async function withFonts(): Promise<Renderer> {
  const made = new Renderer()
  for (const [name, file, unicodeRange] of fonts) {
    const address = import.meta.resolve(`@fontsource-variable/${file}`)
    await made.registerFont({ name, unicodeRange, data: readFileSync(fileURLToPath(address)) })
  }
  return made
}
