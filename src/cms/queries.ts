/** One page of what is published: which documents, in which revision. Ordered by id, so that pages cannot overlap. */
export const manifestQuery = `*[_type in $types && _id > $after] | order(_id) [0...$size] {_id, _type, _rev}`

/** Whole documents as they are stored; every join happens in the site. */
export const documentsQuery = `*[_id in $ids]`
