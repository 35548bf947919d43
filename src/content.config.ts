import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { z } from 'astro/zod'

/** How a recap can be laid out: one MDX file each, chosen by name in the Studio. */
const templates = defineCollection({
  loader: glob({ base: './content/templates', pattern: '*.mdx' }),
  schema: z.strictObject({
    title: z.string(),
    description: z.string(),
    /** Fields of a recap without which the layout is not what it is meant to be. */
    needs: z.array(z.enum(['cover', 'event', 'topics'])).default([]),
    // For the Studio, which says more about them where they are wrong (sanity-studio/build/layouts.ts).
    picture: z.string().optional(),
    order: z.number().optional(),
  }),
})

export const collections = { templates }
