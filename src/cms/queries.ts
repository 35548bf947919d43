/** One page of what is published: which documents, in which revision. Ordered by id, so that pages cannot overlap. */
export const manifestQuery = `*[_type in $types && _id > $after] | order(_id) [0...$size] {_id, _rev}`

/** Whole documents as they are stored; every join happens in the site. */
export const documentsQuery = `*[_id in $ids]`

/** Which of some documents are still published. */
export const stillThereQuery = `*[_id in $ids] {_id, _rev}`
