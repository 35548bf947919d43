import type { IdentifiedSanityDocumentStub, SanityClient } from '@sanity/client'

const ref = (id: string) => ({ _type: 'reference', _ref: id })
const recap = ref('recap-scorecards-never-die')

/** What the sample content has not, and the Studio's pictures show: an evening without a recap, replies that wait. */
const documents: IdentifiedSanityDocumentStub[] = [
  {
    _id: 'event-minutes-of-the-last-meeting',
    _type: 'event',
    title: 'Minutes of the last meeting',
    slug: { _type: 'slug', current: 'minutes-of-the-last-meeting' },
    startsAt: '2026-11-19T18:30:00Z',
    timeZone: 'Europe/London',
    status: 'scheduled',
    venue: ref('venue-ninth-ledger'),
  },
  {
    _id: 'reply-anna',
    _type: 'reply',
    recap,
    name: 'Anna Coombe',
    text: 'We stopped doing the traffic lights in March.\n\nNobody has noticed yet, so please don’t tell them.',
    submittedAt: '2026-11-14T09:00:00Z',
  },
  {
    _id: 'drafts.reply-bert',
    _type: 'reply',
    recap,
    inReplyTo: ref('reply-anna'),
    name: 'Bert Ogilvie',
    text: 'Ours went the same way, and came back as a dashboard.',
    submittedAt: '2026-11-15T10:00:00Z',
  },
  {
    _id: 'drafts.reply-cleo',
    _type: 'reply',
    recap,
    name: 'Cleo Farr',
    text: 'Who got the darts in the end?',
    submittedAt: '2026-11-15T11:30:00Z',
  },
]

export async function addStudioContent(client: SanityClient): Promise<void> {
  await documents.reduce((all, document) => all.createOrReplace(document), client.transaction()).commit()
}
