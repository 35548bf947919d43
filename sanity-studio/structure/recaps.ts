import { CheckmarkCircleIcon } from '@sanity/icons/CheckmarkCircle'
import { ClockIcon } from '@sanity/icons/Clock'
import { DocumentsIcon } from '@sanity/icons/Documents'
import { EditIcon } from '@sanity/icons/Edit'
import { TagIcon } from '@sanity/icons/Tag'
import { UserIcon } from '@sanity/icons/User'
import { map } from 'rxjs'
import type { StructureBuilder, StructureResolverContext } from 'sanity/structure'
import { apiVersion } from './api-version.ts'
import { unpublished } from './unpublished.ts'

/** For lists to which no link leads. */
const nothing = () => false

/** Recaps by what has become of them. */
export function recapItems(S: StructureBuilder, context: StructureResolverContext) {
  const neverPublished = unpublished(context.documentStore, 'recap')

  // A list's filter sees a recap's newest version and cannot ask whether an older one is published.
  const byState = (id: string, title: string, filter: string) => () =>
    neverPublished.pipe(
      map((ids) =>
        recapList(S, id, title)
          .filter(`_type == "recap" && ${filter}`)
          .params({ ids })
          // A link leads to where the recap is certain to be: among all.
          .canHandleIntent(nothing),
      ),
    )

  return [
    S.listItem()
      .id('drafts')
      .title('Drafts')
      .icon(EditIcon)
      .child(byState('drafts', 'Drafts', '_id in $ids')),
    S.listItem()
      .id('scheduled')
      .title('Scheduled')
      .icon(ClockIcon)
      .child(byState('scheduled', 'Scheduled', '!(_id in $ids) && publishedAt > now()')),
    S.listItem()
      .id('published')
      .title('Published')
      .icon(CheckmarkCircleIcon)
      .child(byState('published', 'Published', '!(_id in $ids) && publishedAt <= now()')),
    S.listItem()
      .id('by-author')
      .title('By author')
      .icon(UserIcon)
      .child(recapsBy(S, { type: 'author', title: 'By author', orderedBy: 'name' })),
    S.listItem()
      .id('by-topic')
      .title('By topic')
      .icon(TagIcon)
      .child(recapsBy(S, { type: 'topic', title: 'By topic', orderedBy: 'title' })),
    S.listItem()
      .id('recaps')
      .title('All recaps')
      .icon(DocumentsIcon)
      .child(
        recapList(S, 'recaps', 'All recaps')
          .filter('_type == "recap"')
          .canHandleIntent(
            (intent, params) => params.type === 'recap' && (intent === 'edit' || intent === 'create'),
          ),
      ),
  ]
}

type By = { type: 'author' | 'topic'; title: string; orderedBy: string }

/** Everybody, or every topic, each with the recaps that name them. */
function recapsBy(S: StructureBuilder, { type, title, orderedBy }: By) {
  return (
    S.documentList()
      .id(`by-${type}`)
      .title(title)
      .apiVersion(apiVersion)
      .schemaType(type)
      // A list of nothing but a type would be where links to its documents lead.
      .filter('_type in [$type]')
      .params({ type })
      .canHandleIntent(nothing)
      .defaultOrdering([{ field: orderedBy, direction: 'asc' }])
      .child((id) =>
        recapList(S, id, 'Recaps').filter(`_type == "recap" && $id in ${type}s[]._ref`).params({ id }),
      )
  )
}

function recapList(S: StructureBuilder, id: string, title: string) {
  return S.documentList()
    .id(id)
    .title(title)
    .apiVersion(apiVersion)
    .schemaType('recap')
    .defaultOrdering([{ field: 'publishedAt', direction: 'desc' }])
    .initialValueTemplates([S.initialValueTemplateItem('recap')])
}
