import { CogIcon } from '@sanity/icons/Cog'
import { PinIcon } from '@sanity/icons/Pin'
import { TagIcon } from '@sanity/icons/Tag'
import { UsersIcon } from '@sanity/icons/Users'
import type { StructureResolver } from 'sanity/structure'
import { eventItems } from './structure/events.ts'
import { recapItems } from './structure/recaps.ts'

/** What organisers see first: recaps by state, evenings by date, then everything that changes seldom. */
export const structure: StructureResolver = (S, context) =>
  S.list()
    .id('last-orders')
    .title('Last Orders')
    .items([
      S.divider().title('Recaps'),
      ...recapItems(S, context),
      S.divider().title('Evenings'),
      ...eventItems(S),
      S.divider().title('The rest'),
      S.documentTypeListItem('author').id('people').title('People').icon(UsersIcon),
      S.documentTypeListItem('venue').id('places').title('Places').icon(PinIcon),
      S.documentTypeListItem('topic').id('topics').title('Topics').icon(TagIcon),
      S.listItem()
        .id('settings')
        .title('Site settings')
        .icon(CogIcon)
        .child(
          S.document()
            .id('settings')
            .schemaType('siteSettings')
            .documentId('siteSettings')
            .title('Site settings'),
        ),
    ])
