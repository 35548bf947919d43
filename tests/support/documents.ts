import { type AnyDocument, anyDocument } from '../../src/cms/schemas/documents.ts'

type Fields = Record<string, unknown>

const stored = (type: string, id: string, fields: Fields) => ({
  _id: id,
  _type: type,
  _rev: `rev-${id}`,
  _createdAt: '2026-01-01T10:00:00Z',
  _updatedAt: '2026-01-01T10:00:00Z',
  ...fields,
})

export const ref = (id: string) => ({ _type: 'reference', _ref: id })
export const keyedRef = (id: string) => ({ ...ref(id), _key: `key-${id}` })

export const paragraph = (text: string, fields: Fields = {}) => ({
  _type: 'block',
  _key: `block-${text.length}`,
  style: 'normal',
  markDefs: [],
  children: [{ _type: 'span', _key: 'span', text, marks: [] }],
  ...fields,
})

/** Documents as a lake stores them, complete but for what a test changes. The slug is the id unless given. */
export const storedRecap = (id: string, fields: Fields = {}) =>
  stored('recap', id, {
    title: `Title of ${id}`,
    slug: { _type: 'slug', current: id },
    publishedAt: '2026-05-01T12:00:00Z',
    authors: [keyedRef('ada')],
    template: 'evening',
    standfirst: `What ${id} was about.`,
    body: [paragraph(`Words of ${id}.`)],
    ...fields,
  })

export const storedAuthor = (id: string, fields: Fields = {}) =>
  stored('author', id, {
    name: `Name of ${id}`,
    slug: { _type: 'slug', current: id },
    bio: [paragraph(`Life of ${id}.`)],
    ...fields,
  })

export const storedTopic = (id: string, fields: Fields = {}) =>
  stored('topic', id, { title: `Topic ${id}`, slug: { _type: 'slug', current: id }, ...fields })

export const storedVenue = (id: string, fields: Fields = {}) =>
  stored('venue', id, {
    name: `The ${id}`,
    slug: { _type: 'slug', current: id },
    address: '1 Example Row\nLondon EC1',
    ...fields,
  })

export const storedEvent = (id: string, fields: Fields = {}) =>
  stored('event', id, {
    title: `Evening ${id}`,
    slug: { _type: 'slug', current: id },
    startsAt: '2026-12-10T18:30:00Z',
    endsAt: '2026-12-10T22:00:00Z',
    timeZone: 'Europe/London',
    status: 'scheduled',
    ...fields,
  })

export const storedSettings = (fields: Fields = {}) =>
  stored('siteSettings', 'siteSettings', { title: 'The Example', tagline: 'Evenings, written up', ...fields })

export const storedAsset = (hash: string, width = 1600, height = 900) =>
  stored('sanity.imageAsset', `image-${hash}-${width}x${height}-jpg`, {
    url: `http://localhost/images/local/production/${hash}-${width}x${height}.jpg`,
    extension: 'jpg',
    sha1hash: hash,
    metadata: { dimensions: { width, height } },
  })

/** A document as it is given to a lake, which itself fills in revision and times. */
export function toCreate({ _rev, _createdAt, _updatedAt, ...document }: ReturnType<typeof stored>) {
  return document
}

/** The same documents as the site gets them. @throws where one is not valid */
export function parsed(...documents: object[]): AnyDocument[] {
  return documents.map((document) => anyDocument.parse(document))
}
