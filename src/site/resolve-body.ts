import type { Head } from '../cms/head.ts'
import type {
  StoredBlock,
  StoredBody,
  StoredSimpleText,
  StoredTextBlock,
} from '../cms/schemas/portable-text.ts'
import { withAnchors } from '../portable-text/anchors.ts'
import type { Block, Body, LinkMark, TextBlock } from '../portable-text/body.ts'
import { withNotes } from '../portable-text/notes.ts'
import { linkTarget } from './links.ts'
import { places } from './pictures.ts'
import type { SiteReader } from './reader.ts'

/**
 * A stored body, ready to be shown: pictures have addresses, references are links to where their documents are now.
 * A link that leads nowhere becomes plain text, a picture whose original is gone is left out; notes are linked.
 * @param source the document whose text it is
 */
export function resolveBody(body: StoredBody, source: Head, site: SiteReader): Body {
  const blocks = body.flatMap((block, index) => resolveBlock(block, index, source, site) ?? [])
  return withAnchors(withNotes(blocks))
}

/** The same for text with simple marks only, such as a bio. */
export function resolveText(blocks: StoredSimpleText, source: Head, site: SiteReader): TextBlock[] {
  return blocks.map((block, index) => resolveTextBlock(block, index, source, site))
}

function resolveBlock(block: StoredBlock, index: number, source: Head, site: SiteReader): Block | undefined {
  switch (block._type) {
    case 'block':
      return resolveTextBlock(block, index, source, site)
    case 'image': {
      const picture = site.picture(block, places.column)
      return picture && { _type: 'picture', picture }
    }
    case 'gallery': {
      const pictures = block.images.flatMap((image) => {
        const small = site.picture(image, places.gallery)
        const large = site.picture(image, places.whole)
        return small && large ? [{ small, large }] : []
      })
      return pictures.length === 0 ? undefined : { _type: 'gallery', pictures, caption: block.caption }
    }
    case 'callout':
      return { _type: 'callout', kind: block.kind, text: resolveText(block.text, source, site) }
    case 'pullQuote':
    case 'code':
    case 'embed':
    case 'table':
    case 'divider':
      return block
  }
}

function resolveTextBlock(block: StoredTextBlock, index: number, source: Head, site: SiteReader): TextBlock {
  const markDefs = (block.markDefs ?? []).flatMap((mark): LinkMark[] => {
    const href = mark._type === 'link' ? linkTarget(mark.href, source, site) : site.pathOf(mark.reference)
    return href === undefined ? [] : [{ _type: 'link', _key: mark._key, href }]
  })
  const gone = new Set((block.markDefs ?? []).map((mark) => mark._key))
  for (const mark of markDefs) gone.delete(mark._key)
  return {
    _type: 'block',
    _key: block._key ?? `block-${index}`,
    style: block.style,
    listItem: block.listItem,
    level: block.level ?? (block.listItem && 1),
    markDefs,
    children: block.children.map((child, position) => ({
      _type: 'span',
      _key: child._key ?? `span-${position}`,
      text: child.text,
      marks: (child.marks ?? []).filter((mark) => !gone.has(mark)),
    })),
  }
}
