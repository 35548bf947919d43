import { markHTMLString } from 'astro/runtime/server/index.js'
import { speechOf } from '../site/views/view.ts'

type Html = ReturnType<typeof markHTMLString>
type Destination = { write(chunk: unknown): void }

/** What Astro can render: a part of a template. */
type Part = { render(destination: Destination): Promise<void> | void }

const keptParts = new WeakMap<object, Map<string, Html>>()

/**
 * What looks the same wherever it stands is rendered once for each object that it shows, not once for each page, and
 * forgotten with the object. It waits for nothing: so is a page rendered in half the time.
 * @param of what it shows
 * @param as tells apart how one object can look
 */
export function kept(locals: Parameters<typeof speechOf>[0], of: object, as: string, part: () => Part) {
  // What is shown may stay while the site comes to speak another language.
  const look = `${as} ${speechOf(locals).language}`
  let looks = keptParts.get(of)
  if (!looks) {
    looks = new Map()
    keptParts.set(of, looks)
  }
  return looks.get(look) ?? keeping(part(), looks, look)
}

/** Renders a part like any other, and keeps what comes of it. */
function keeping(part: Part, looks: Map<string, Html>, look: string): Part {
  return {
    render(destination) {
      let text = ''
      const finish = () => {
        const html = markHTMLString(inOnePiece(text))
        looks.set(look, html)
        destination.write(html)
      }
      const waiting = part.render({
        write(chunk) {
          if (isText(chunk)) text += chunk
          else if (!isHeadMark(chunk)) throw new Error(`“${look}” cannot be kept: it is more than HTML.`)
        },
      })
      return waiting ? waiting.then(finish) : finish()
    },
  }
}

/** A text that was put together stays a tree of its pieces, which is walked for each page, until somebody looks into it. */
function inOnePiece(text: string): string {
  text.indexOf('\0')
  return text
}

function isText(chunk: unknown): boolean {
  return typeof chunk === 'string' || chunk instanceof String
}

/** Stands before the first element of each component, for pages without a head of their own. */
function isHeadMark(chunk: unknown): boolean {
  return typeof chunk === 'object' && chunk !== null && 'type' in chunk && chunk.type === 'maybe-head'
}
