import { z } from 'zod'
import { generateContent } from '../content/generate.ts'

/** Of what is in the lake, so much as questions need. Recaps: the newest last. */
export type Known = {
  recaps: string[]
  slugs: string[]
  topics: string[]
  pictures: string[]
  drafts: string[]
}

const slugged = z.object({ slug: z.object({ current: z.string() }) })

export function knownOf(content: { recaps: number; documents: number }, drafts: number): Known {
  const known: Known = { recaps: [], slugs: [], topics: [], pictures: [], drafts: [] }
  for (const document of generateContent(content)) {
    if (document._type === 'topic') known.topics.push(document._id)
    if (document._type === 'sanity.imageAsset') known.pictures.push(document._id)
    if (document._type !== 'recap') continue
    known.recaps.push(document._id)
    known.slugs.push(slugged.parse(document).slug.current)
  }
  known.drafts = known.recaps.slice(-drafts).map((id) => `drafts.${id}`)
  return known
}
