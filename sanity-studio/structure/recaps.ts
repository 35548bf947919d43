import { CheckmarkCircleIcon } from '@sanity/icons/CheckmarkCircle'
import { ClockIcon } from '@sanity/icons/Clock'
import { DocumentsIcon } from '@sanity/icons/Documents'
import { EditIcon } from '@sanity/icons/Edit'
import { map } from 'rxjs'
import type { StructureBuilder, StructureResolverContext } from 'sanity/structure'
import { apiVersion } from './api-version.ts'
import { unpublishedRecaps } from './unpublished.ts'

/** Recaps by what has become of them. */
export function recapItems(S: StructureBuilder, context: StructureResolverContext) {
  const unpublished = unpublishedRecaps(context.documentStore)

  // A list's filter sees a recap's newest version and cannot ask whether an older one is published.
  const byState = (id: string, title: string, filter: string) => () =>
    unpublished.pipe(
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

function recapList(S: StructureBuilder, id: string, title: string) {
  return S.documentList()
    .id(id)
    .title(title)
    .apiVersion(apiVersion)
    .schemaType('recap')
    .defaultOrdering([{ field: 'publishedAt', direction: 'desc' }])
    .initialValueTemplates([S.initialValueTemplateItem('recap')])
}
