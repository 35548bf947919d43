import { z } from 'zod'
import { reference } from './fields.ts'
import { href } from './href.ts'
import { image, isDescribed, undescribed } from './image.ts'

const link = z.object({ _type: z.literal('link'), _key: z.string(), href })
const internalLink = z.object({ _type: z.literal('internalLink'), _key: z.string(), reference })

const span = z.object({
  _type: z.literal('span'),
  _key: z.string().optional(),
  text: z.string(),
  marks: z.array(z.string()).optional(),
})

const unknown = (what: string) => (issue: { input?: unknown }) => {
  const input = issue.input
  const type = typeof input === 'object' && input !== null && '_type' in input ? input._type : undefined
  return `has ${what} of a type that the site does not know: ${JSON.stringify(type ?? null)}`
}

/** What every paragraph has, whatever may be chosen for it. */
const paragraph = {
  _type: z.literal('block'),
  _key: z.string().optional(),
  children: z.array(z.discriminatedUnion('_type', [span], { error: unknown('text') })),
}

const markDefs = z
  .array(z.discriminatedUnion('_type', [link, internalLink], { error: unknown('a mark') }))
  .optional()

type Marked = { children: { marks?: string[] }[]; markDefs?: { _key: string }[] }

/** Refuses marks that are neither among these nor defined beside the text. */
const onlyMarks = (decorators: readonly string[]) => (value: Marked, context: z.core.$RefinementCtx) => {
  const known = new Set([...decorators, ...(value.markDefs ?? []).map((mark) => mark._key)])
  for (const [index, child] of value.children.entries())
    for (const mark of child.marks ?? [])
      if (!known.has(mark))
        context.addIssue({
          code: 'custom',
          path: ['children', index],
          message: `has a mark that the site does not know: ${JSON.stringify(mark)}`,
        })
}

const decorators = ['strong', 'em', 'code', 'strike-through']

const block = z
  .object({
    ...paragraph,
    style: z.enum(['normal', 'h2', 'h3', 'h4', 'blockquote']).default('normal'),
    listItem: z.enum(['bullet', 'number']).optional(),
    level: z.number().int().min(1).max(10).optional(),
    markDefs,
  })
  // Read where the Studio's schema is compared with this one.
  .meta({ decorators })
  .superRefine(onlyMarks(decorators))

const simpleDecorators = ['strong', 'em']

const simpleBlock = z
  .object({
    ...paragraph,
    style: z
      .enum(['normal'], { error: 'is more than a paragraph, which cannot stand here' })
      .default('normal'),
    listItem: z.never({ error: 'is a list, which cannot stand here' }).optional(),
    markDefs,
  })
  .meta({ decorators: simpleDecorators })
  .superRefine(onlyMarks(simpleDecorators))

/** Paragraphs with simple marks and links, as in bios and callouts. */
export const simpleText = z.array(simpleBlock)

const keyed = { _key: z.string().optional() }

const blocks = z.discriminatedUnion(
  '_type',
  [
    block,
    z.object({ ...keyed, _type: z.literal('image'), ...image.shape }).refine(isDescribed, undescribed),
    z.object({
      ...keyed,
      _type: z.literal('gallery'),
      images: z.array(image).min(2, 'needs at least two pictures'),
      caption: z.string().optional(),
    }),
    z.object({
      ...keyed,
      _type: z.literal('pullQuote'),
      text: z.string(),
      attribution: z.string().optional(),
    }),
    z.object({
      ...keyed,
      _type: z.literal('callout'),
      kind: z.enum(['note', 'tip', 'warning']),
      text: simpleText,
    }),
    z.object({
      ...keyed,
      _type: z.literal('code'),
      language: z.string().optional(),
      filename: z.string().optional(),
      code: z.string(),
    }),
    z.object({
      ...keyed,
      _type: z.literal('embed'),
      url: z.url({ protocol: /^https?$/, error: 'is not a web address' }),
      title: z.string().optional(),
    }),
    z.object({
      ...keyed,
      _type: z.literal('table'),
      caption: z.string().optional(),
      headerRow: z.boolean().default(false),
      rows: z.array(z.object({ cells: z.array(z.string()).default([]) })).min(1, 'has no rows'),
    }),
    z.object({ ...keyed, _type: z.literal('divider'), style: z.literal('line').optional() }),
  ],
  { error: unknown('a block') },
)

/** The Portable Text of a recap's body. */
export const body = z.array(blocks)

export type StoredBody = z.infer<typeof body>
export type StoredBlock = StoredBody[number]
export type StoredTextBlock = z.infer<typeof block>
export type StoredSimpleText = z.infer<typeof simpleText>
