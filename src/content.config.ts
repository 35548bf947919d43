import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { z } from 'astro/zod'

/** How a recap can be laid out: one MDX file each, chosen by name in the Studio. */
const templates = defineCollection({
  loader: glob({ base: './content/templates', pattern: '*.mdx' }),
  schema: z.strictObject({
    title: z.string(),
    description: z.string(),
    // For the Studio, which says more about them where they are wrong (sanity-studio/build/layouts.ts).
    needs: z.array(z.string()).optional(),
    picture: z.string().optional(),
  }),
})

export const collections = { templates }
