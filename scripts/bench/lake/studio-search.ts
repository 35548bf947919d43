import type { StudioQuery } from './studio-query.ts'

const image = (field: string) => ['alt', 'caption', 'credit'].map((part) => `${field}.${part}`)
const media = (field: string) => `${field}.media._ref`

/** What the Studio looks into, by type; it derives this from the schema. */
const paths: Record<string, string[]> = {
  recap: [
    ...['title', 'slug.current', 'standfirst', media('cover'), 'pt::text(body)', 'publishedAt', 'template'],
    ...['previousPaths[]', 'seo.title', 'seo.description', media('seo.image'), ...image('cover')],
    ...image('seo.image'),
  ],
  event: [
    ...['title', 'slug.current', 'startsAt', 'endsAt', 'timeZone', 'status', 'onlineLink', 'bookingUrl'],
    ...['capacityNote', 'pt::text(description)', media('cover'), 'previousPaths[]', ...image('cover')],
  ],
  author: [
    ...['name', 'slug.current', 'role', media('portrait'), 'pt::text(bio)', 'links[].label', 'links[].url'],
    ...['previousPaths[]', ...image('portrait')],
  ],
  venue: [
    ...['name', 'slug.current', 'address', 'website', 'nearestStation', 'accessNotes', media('photo')],
    ...image('photo'),
  ],
  topic: ['title', 'slug.current', 'description', 'previousPaths[]'],
  siteSettings: [
    ...['title', 'tagline', 'description', media('logo'), media('shareImage'), 'menu[].label', 'menu[].path'],
    ...['socialLinks[].label', 'socialLinks[].url', 'pt::text(footer)', ...image('logo')],
    ...image('shareImage'),
  ],
}

/** The search field at the top of the Studio, with its strategy `groqLegacy`. */
export function globalSearch(text: string): StudioQuery {
  return { ...search(text, Object.keys(paths), 1000), name: `search everything: ${text}`, perspective: 'raw' }
}

/** The search field above a list. */
export function listSearch(text: string): StudioQuery {
  return { ...search(text, ['recap'], 100), name: `search recaps: ${text}`, perspective: 'drafts' }
}

function search(text: string, types: string[], limit: number) {
  const terms = text.split(' ')
  const pathsOf = (type: string) => ['_id', '_type', ...(paths[type] ?? [])]
  const everyPath = [...new Set(types.flatMap(pathsOf))]
  const matches = terms.map(
    (_, index) => `(${everyPath.map((path) => `${path} match $t${index}`).join(' || ')})`,
  )
  const selections = types.map((type) => {
    const values = pathsOf(type).map((path, index) => `"w${index}": ${path}`)
    return `_type == "${type}" => { ${values.join(',')} }`
  })
  return {
    query: `// findability-mvi:4
*[_type in $__types && ${matches.join(' && ')}] {_type, _id, _originalId, "orderings": [_updatedAt], ...select(${selections.join(',\n')})} | order(orderings[0] desc) [0...$__limit]`,
    params: {
      ...Object.fromEntries(terms.map((term, index) => [`t${index}`, `${term}*`])),
      __types: types,
      __limit: limit,
    },
  }
}

/** The search field at the top, with the Studio's own strategy `groq2024`. */
export function scoredSearch(text: string): StudioQuery {
  const matches = '([@, _id] match text::query($__query) || references($__rawQuery))'
  return {
    name: `scored search: ${text}`,
    perspective: 'drafts',
    query: `// findability-mvi:5
*[_type in $__types] | score(boost(_type in ["recap","event","topic"] && title match text::query($__query), 10), boost(_type in ["author","venue"] && name match text::query($__query), 10), ${matches}) [_score > 0] {_type, _id, _originalId, "orderings": [_score]} | order(orderings[0] desc) [0...$__limit]`,
    params: { __types: Object.keys(paths), __limit: 101, __query: `${text}*`, __rawQuery: text },
  }
}
