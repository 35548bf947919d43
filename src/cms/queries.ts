const ofOurTypes = '_type in $types'

/** What is asked along with every list: all that is published, and the time on the lake's own clock. */
const aside = `"count": count(*[${ofOurTypes}]), "time": now()`

const fields = '{_id, _rev, _updatedAt}'

/** One page of everything that is published, ordered by id, so that pages cannot overlap. */
export const manifestQuery = `{
  "documents": *[${ofOurTypes} && _id > $after] | order(_id) [0...$size] ${fields}, ${aside}
}`

/** What was published last, newest first. */
export const newestQuery = `{
  "documents": *[${ofOurTypes}] | order(_updatedAt desc) [0...$size] ${fields}, ${aside}
}`

/** What was published at a moment or before it, newest first; in pages, so ordered to the end. */
export const olderQuery = `{
  "documents": *[${ofOurTypes} && (_updatedAt < $moment || (_updatedAt == $moment && _id > $after))]
    | order(_updatedAt desc, _id) [0...$size] ${fields}, ${aside}
}`
