import { type PortableTextOptions, toHTML } from '@portabletext/to-html'
import { codeHtml } from './blocks/code.ts'
import { embedHtml } from './blocks/embed.ts'
import { galleryHtml } from './blocks/gallery.ts'
import { pictureHtml } from './blocks/picture.ts'
import { pullQuoteHtml } from './blocks/pull-quote.ts'
import { tableHtml } from './blocks/table.ts'
import type { Body, CalloutBlock, LinkMark } from './body.ts'
import { escapeHtml } from './escape.ts'
import type { RenderOptions } from './render-options.ts'

const onSite: RenderOptions = { absolute: false, address: (href) => href }

/** HTML of a body for a page of the site. */
export function bodyHtml(body: Body): string {
  return render(body, onSite)
}

/** HTML of a body for readers elsewhere: every address is complete. */
export function feedHtml(body: Body, siteUrl: string): string {
  return render(body, { absolute: true, address: (href) => new URL(href, siteUrl).href })
}

function render(body: Body, options: RenderOptions): string {
  return toHTML(body, {
    components: components(options),
    onMissingComponent: (message) => {
      // The schemas let nothing through that has no component: this is a defect of the site itself.
      throw new Error(message)
    },
  })
}

function components(options: RenderOptions): PortableTextOptions['components'] {
  const heading =
    (tag: 'h2' | 'h3' | 'h4') =>
    ({ value, children }: { value: object; children?: string }) => {
      if (!children?.trim()) return ''
      const anchor = 'anchor' in value && !options.absolute ? String(value.anchor) : ''
      const id = anchor && ` id="${escapeHtml(anchor)}"`
      return `<${tag}${id}>${children}</${tag}>`
    }
  return {
    types: {
      picture: ({ value }) => pictureHtml(value, options),
      gallery: ({ value }) => galleryHtml(value, options),
      pullQuote: ({ value }) => pullQuoteHtml(value),
      callout: ({ value }) => calloutHtml(value, options),
      code: ({ value }) => codeHtml(value),
      embed: ({ value }) => embedHtml(value),
      table: ({ value }) => tableHtml(value),
      divider: () => '<hr>',
    },
    marks: {
      'strike-through': ({ children }) => `<s>${children}</s>`,
      link: ({ value, children }: { value?: LinkMark; children: string }) =>
        value ? `<a href="${escapeHtml(options.address(value.href))}">${children}</a>` : children,
    },
    block: {
      normal: ({ children }) => (children ? `<p>${children}</p>` : ''),
      blockquote: ({ children }) => `<blockquote><p>${children}</p></blockquote>`,
      h2: heading('h2'),
      h3: heading('h3'),
      h4: heading('h4'),
    },
    hardBreak: () => '<br>',
  }
}

const calloutNames = { note: 'Note', tip: 'Tip', warning: 'Mind' } as const

function calloutHtml({ kind, text }: CalloutBlock, options: RenderOptions): string {
  return `<div class="callout ${kind}" role="note"><b>${calloutNames[kind]}</b> ${render(text, options)}</div>`
}
