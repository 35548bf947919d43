/**
 * Portable Text that is ready to be shown: pictures have addresses, links to other documents have become
 * ordinary links, headings have anchors. It is plain data, so it can be part of a view.
 */
export type Body = Block[]

export type Block =
  | TextBlock
  | PictureBlock
  | GalleryBlock
  | PullQuoteBlock
  | CalloutBlock
  | CodeBlock
  | EmbedBlock
  | TableBlock
  | DividerBlock

export type TextBlock = {
  _type: 'block'
  _key: string
  style: 'normal' | 'h2' | 'h3' | 'h4' | 'blockquote'
  listItem?: 'bullet' | 'number' | undefined
  level?: number | undefined
  children: Span[]
  markDefs: (LinkMark | NoteMark)[]
  /** Fragment of a heading's address, unique in its body. */
  anchor?: string
  /** A note under the text, which begins with a sign. */
  isNote?: true
}

export type Span = { _type: 'span'; _key: string; text: string; marks: string[] }
export type LinkMark = { _type: 'link'; _key: string; href: string }
/** On a sign in the text, which leads to its note; and on the sign that a note begins with, which leads back. */
export type NoteMark =
  | { _type: 'noteSign'; _key: string; number: number; sign: string; isFirst: boolean }
  | { _type: 'noteReturn'; _key: string; number: number; sign: string }

/** `width` and `height` are pixels of the largest file and so give the aspect ratio. */
export type Picture = {
  src: string
  srcset: string
  width: number
  height: number
  /** Empty for a picture that only decorates. */
  alt: string
  /** Shown until the picture is there, as `#rrggbb`. */
  colour?: string | undefined
  caption?: string | undefined
  credit?: string | undefined
}

export type PictureBlock = { _type: 'picture'; picture: Picture }
/** A picture as the grid shows it, all in one shape, and whole. */
export type GalleryPicture = { small: Picture; large: Picture }
export type GalleryBlock = { _type: 'gallery'; pictures: GalleryPicture[]; caption?: string | undefined }
export type PullQuoteBlock = { _type: 'pullQuote'; text: string; attribution?: string | undefined }
export type CalloutBlock = { _type: 'callout'; kind: 'note' | 'tip' | 'warning'; text: TextBlock[] }
export type CodeBlock = {
  _type: 'code'
  code: string
  language?: string | undefined
  filename?: string | undefined
}
export type EmbedBlock = { _type: 'embed'; url: string; title?: string | undefined }
export type TableBlock = {
  _type: 'table'
  caption?: string | undefined
  headerRow: boolean
  rows: { cells: string[] }[]
}
export type DividerBlock = { _type: 'divider' }
