import { type PortableTextOptions, toHTML } from '@portabletext/to-html'
import type { Words } from '../words/words.ts'
import { codeHtml } from './blocks/code.ts'
import { embedHtml } from './blocks/embed.ts'
import { galleryHtml } from './blocks/gallery.ts'
import { pictureHtml } from './blocks/picture.ts'
import { pullQuoteHtml } from './blocks/pull-quote.ts'
import { tableHtml } from './blocks/table.ts'
import type { Block, Body, CalloutBlock, LinkMark, NoteMark } from './body.ts'
import { escapeHtml } from './escape.ts'
import { withListLevels } from './list-levels.ts'
import type { Highlight, RenderOptions } from './render-options.ts'
import { typesetSpans } from './typeset.ts'
import { directionHtml } from './words-html.ts'

const plainCode: Highlight = () => undefined

/** HTML of a body for a page of the site. */
export function bodyHtml(
  body: Body,
  words: Words,
  { highlight = plainCode, wide = false }: Partial<Pick<RenderOptions, 'highlight' | 'wide'>> = {},
): string {
  return render(body, { absolute: false, address: (href) => href, words, highlight, wide })
}

/** HTML of a body for readers elsewhere: every address is complete. */
export function feedHtml(body: Body, siteUrl: string, words: Words): string {
  const address = (href: string) => new URL(href, siteUrl).href
  return render(body, { absolute: true, address, words, highlight: plainCode, wide: false })
}

function render(body: Body, options: RenderOptions): string {
  return toHTML(
    withListLevels(body).map((block) => set(block, options)),
    {
      components: components(options),
      onMissingComponent: (message) => {
        // The schemas let nothing through that has no component: this is a defect of the site itself.
        throw new Error(message)
      },
    },
  )
}

function set(block: Block, { words }: RenderOptions): Block {
  if (block._type !== 'block') return block
  const children = typesetSpans(block.children, words.marks)
  return children === block.children ? block : { ...block, children }
}

type OfBlock = { value: object; children?: string }
type OfNote<T extends NoteMark['_type']> = { value?: Extract<NoteMark, { _type: T }>; children: string }

function components(options: RenderOptions): PortableTextOptions['components'] {
  const heading =
    (tag: 'h2' | 'h3' | 'h4') =>
    ({ value, children }: OfBlock) => {
      if (!children?.trim()) return ''
      const anchor = 'anchor' in value && !options.absolute ? String(value.anchor) : ''
      const id = anchor && ` id="${escapeHtml(anchor)}"`
      return `<${tag}${id}${directionHtml(children)}>${children}</${tag}>`
    }
  const { body } = options.words
  let galleries = 0
  return {
    types: {
      picture: ({ value }) => pictureHtml(value, options),
      gallery: ({ value }) => galleryHtml(value, ++galleries, options),
      pullQuote: ({ value }) => pullQuoteHtml(value, options),
      callout: ({ value }) => calloutHtml(value, options),
      code: ({ value }) => codeHtml(value, options),
      embed: ({ value }) => embedHtml(value, options),
      table: ({ value }) => tableHtml(value, options),
      divider: () => '<hr>',
    },
    marks: {
      'strike-through': ({ children }) => `<s>${children}</s>`,
      // What is typed as code keeps its spaces: those of a page's own do not break.
      code: ({ children }) => `<code>${children.replaceAll('&nbsp;', ' ')}</code>`,
      link: ({ value, children }: { value?: LinkMark; children: string }) =>
        value ? `<a href="${escapeHtml(options.address(value.href))}">${children}</a>` : children,
      noteSign: ({ value, children }: OfNote<'noteSign'>) => {
        if (!value || options.absolute) return children
        const { number, sign, isFirst } = value
        const id = isFirst ? ` id="sign-${number}"` : ''
        return `<a${id} href="#note-${number}" role="doc-noteref" aria-label="${escapeHtml(body.note(sign))}">${children}</a>`
      },
      noteReturn: ({ value, children }: OfNote<'noteReturn'>) => {
        if (!value || options.absolute) return children
        const { number, sign } = value
        return `<a id="note-${number}" href="#sign-${number}" role="doc-backlink" aria-label="${escapeHtml(body.noteReturn(sign))}">${children}</a>`
      },
    },
    block: {
      normal: ({ value, children }) => (children ? paragraphHtml(children, 'isNote' in value) : ''),
      blockquote: ({ children = '' }) =>
        `<blockquote${directionHtml(children)}><p>${children}</p></blockquote>`,
      h2: heading('h2'),
      h3: heading('h3'),
      h4: heading('h4'),
    },
    listItem: ({ children = '' }) => `<li${directionHtml(children)}>${children}</li>`,
    hardBreak: () => '<br>',
  }
}

function paragraphHtml(children: string, isNote: boolean): string {
  return `<p${isNote ? ' class="note"' : ''}${directionHtml(children)}>${children}</p>`
}

function calloutHtml({ kind, text }: CalloutBlock, options: RenderOptions): string {
  return `<div class="callout ${kind}" role="note"><b>${escapeHtml(options.words.body.callouts[kind])}</b> ${render(text, options)}</div>`
}
