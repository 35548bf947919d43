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

/** Recaps by what has become of them. */
export function recapItems(S: StructureBuilder, context: StructureResolverContext) {
  const neverPublished = unpublished(context.documentStore, 'recap')

  // A list's filter sees a recap's newest version and cannot ask whether an older one is published.
  const byState = (id: string, title: string, filter: string) => () =>
    neverPublished.pipe(
      map((ids) => recapList(S, id, title).filter(`_type == "recap" && ${filter}`).params({ ids })),
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
      .child(
        S.documentTypeList('author')
          .id('by-author')
          .title('By author')
          .child((id) => recapsOf(S, id, '$id in authors[]._ref')),
      ),
    S.listItem()
      .id('by-topic')
      .title('By topic')
      .icon(TagIcon)
      .child(
        S.documentTypeList('topic')
          .id('by-topic')
          .title('By topic')
          .child((id) => recapsOf(S, id, '$id in topics[]._ref')),
      ),
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

/** Recaps of one person or one topic. */
function recapsOf(S: StructureBuilder, id: string, filter: string) {
  return recapList(S, id, 'Recaps').filter(`_type == "recap" && ${filter}`).params({ id })
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
