import { type Node, Renderer } from '@takumi-rs/core'
import sharp from 'sharp'
import type { ShareCardView } from '../site/views/share-card.ts'
import { createTypeCase, type Drawable } from './card-faces.ts'

const size = { width: 1200, height: 630 }
const mostBytes = 400_000

const colours = { paper: '#fbf7f0', ink: '#1f1b16', soft: '#625a4e', lamp: '#a84a06', line: '#e4dac9' }

/** A card in the site's own type, with a picture beside it where there is one. What no font can say is left out. */
export async function drawCard(
  { siteTitle, title, byline }: ShareCardView,
  cover: Uint8Array | undefined,
): Promise<Uint8Array> {
  const { renderer, typeCase } = drawingRoom()
  const lines = [
    textNode(await typeCase(siteTitle, 'Fraunces'), {
      fontSize: 32,
      fontWeight: 640,
      color: colours.lamp,
      lineClamp: 1,
    }),
    textNode(await typeCase(title, 'Fraunces'), {
      fontSize: titleSize(title, cover !== undefined),
      fontWeight: 500,
      lineHeight: 1.06,
      letterSpacing: '-0.02em',
      overflowWrap: 'anywhere',
      textWrap: 'balance',
      lineClamp: 5,
    }),
    textNode(await typeCase(byline, 'Figtree'), {
      fontSize: 28,
      lineHeight: 1.35,
      color: colours.soft,
      lineClamp: 2,
    }),
  ]
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
          justifyContent: 'space-between',
          padding: cover ? '64px 48px 64px 64px' : '72px 96px',
          borderLeft: `16px solid ${colours.lamp}`,
        },
        children: lines.flatMap((line) => line ?? []),
      },
      ...(cover ? [coverNode] : []),
    ],
  }
  const png = await renderer.render(card, {
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

type Style = NonNullable<Node['style']>

function textNode({ text, fontFamily }: Drawable, style: Style): Node | undefined {
  if (text === '') return undefined
  return { type: 'text', text, style: { ...style, fontFamily, direction: directionOf(text) } }
}

/** That of the first letter which has one. */
function directionOf(text: string): 'ltr' | 'rtl' {
  const [first = ''] = /\p{L}/u.exec(text) ?? []
  return /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/u.test(first) ? 'rtl' : 'ltr'
}

/** Long titles are set smaller, so that most are shown whole. */
function titleSize(title: string, isBesidePicture: boolean): number {
  const room = isBesidePicture ? 1 : 1.9
  const length = [...title].length / room
  if (length < 28) return isBesidePicture ? 72 : 96
  if (length < 60) return isBesidePicture ? 60 : 76
  return isBesidePicture ? 48 : 60
}

let ready: { renderer: Renderer; typeCase: ReturnType<typeof createTypeCase> } | undefined

/** One for each thread. */
function drawingRoom(): NonNullable<typeof ready> {
  if (!ready) {
    const renderer = new Renderer()
    ready = { renderer, typeCase: createTypeCase(renderer) }
  }
  return ready
}
