import { CogIcon } from '@sanity/icons/Cog'
import { ComposeIcon } from '@sanity/icons/Compose'
import { PinIcon } from '@sanity/icons/Pin'
import { TagIcon } from '@sanity/icons/Tag'
import { UsersIcon } from '@sanity/icons/Users'
import type { StructureResolver } from 'sanity/structure'
import { allEvenings, comingEvenings } from './structure/events.ts'
import { recapItems } from './structure/recaps.ts'
import { replyItems, waitingReplies } from './structure/replies.ts'
import { siteName } from './structure/site-name.ts'
import { BeginRecap } from './writing/begin-recap.tsx'

/** What organisers see first: what they came for, then recaps, evenings, and everything that changes seldom. */
export const structure: StructureResolver = async (S, context) =>
  S.list()
    .id('last-orders')
    .title(await siteName(context))
    .items([
      S.listItem()
        .id('write')
        .title('Write a recap')
        .icon(ComposeIcon)
        .child(S.component(BeginRecap).id('write').title('Write a recap')),
      waitingReplies(S),
      comingEvenings(S),
      S.divider().title('Recaps'),
      ...recapItems(S, context),
      S.divider().title('The rest'),
      allEvenings(S),
      S.documentTypeListItem('author').id('people').title('People').icon(UsersIcon),
      S.documentTypeListItem('venue').id('places').title('Places').icon(PinIcon),
      S.documentTypeListItem('topic').id('topics').title('Topics').icon(TagIcon),
      ...replyItems(S, context),
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
