import { author } from './documents/author.ts'
import { event } from './documents/event.ts'
import { recap } from './documents/recap.ts'
import { reply } from './documents/reply.ts'
import { replyContact } from './documents/reply-contact.ts'
import { siteSettings } from './documents/site-settings.ts'
import { topic } from './documents/topic.ts'
import { venue } from './documents/venue.ts'
import { callout } from './objects/callout.ts'
import { code } from './objects/code.ts'
import { divider } from './objects/divider.ts'
import { embed } from './objects/embed.ts'
import { gallery } from './objects/gallery.ts'
import { labelledLink } from './objects/labelled-link.ts'
import { menuItem } from './objects/menu-item.ts'
import { pullQuote } from './objects/pull-quote.ts'
import { seo } from './objects/seo.ts'
import { table } from './objects/table.ts'
import { tableRow } from './objects/table-row.ts'

const documents = [recap, event, author, venue, topic, reply, replyContact, siteSettings]

const objects = [
  gallery,
  pullQuote,
  callout,
  table,
  tableRow,
  embed,
  code,
  divider,
  labelledLink,
  menuItem,
  seo,
]

/** Every type that organisers can write, in the order in which the Studio offers them. */
export const schemaTypes = [...documents, ...objects]
