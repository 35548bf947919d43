import type { InitialValueResolverContext, Template, TemplateResolver } from 'sanity'
import { findFreeSlug } from '../addresses/free-slug.ts'
import { apiVersion } from '../structure/api-version.ts'
import { byLine, ownAuthor } from './own-author.ts'

/** Begins a recap about an evening; its parameter is `eventId`. */
export const aboutEvening = 'recap-about-evening'

type Event = { _id: string; title?: string }

const blank: Template = {
  id: 'recap',
  title: 'Recap',
  schemaType: 'recap',
  value: async (_: unknown, context: InitialValueResolverContext) => byLine(await ownAuthor(context)),
}

const about: Template<{ eventId?: string }, object> = {
  id: aboutEvening,
  title: 'Recap of an evening',
  schemaType: 'recap',
  parameters: [{ name: 'eventId', type: 'string' }],
  value: async ({ eventId }: { eventId?: string }, context: InitialValueResolverContext) => {
    const client = context.getClient({ apiVersion })
    const [event, author] = await Promise.all([
      client.fetch<Event | null>(
        '*[_id == $eventId][0]{_id, title}',
        { eventId },
        { perspective: 'drafts', tag: 'recap-event' },
      ),
      ownAuthor(context),
    ])
    if (!event) return byLine(author)
    return {
      ...byLine(author),
      event: { _type: 'reference', _ref: event._id },
      ...(event.title && {
        title: event.title,
        slug: { _type: 'slug', current: await findFreeSlug(client, 'recap', event.title) },
      }),
    }
  },
}

/** What new documents begin with, where it is more than their fields say. */
export const templates: TemplateResolver = (previous) => [
  ...previous.filter(({ id }) => id !== blank.id),
  blank,
  about,
]
