import { CommentIcon } from '@sanity/icons/Comment'
import { EnvelopeIcon } from '@sanity/icons/Envelope'
import { map } from 'rxjs'
import type { StructureBuilder, StructureResolverContext } from 'sanity/structure'
import { WaitingCount } from '../replies/waiting-count.tsx'
import { WaitingPane } from '../replies/waiting-pane.tsx'
import { apiVersion } from './api-version.ts'
import { unpublished } from './unpublished.ts'

/** Replies that wait for somebody to read them, with their number. */
export function waitingReplies(S: StructureBuilder) {
  const title = 'Replies that wait'
  return S.listItem()
    .id('waiting')
    .title(title)
    .icon(WaitingCount)
    .child(S.component(WaitingPane).id('waiting').title(title))
}

/** Replies that were approved, and the e-mail addresses of those who wrote some. */
export function replyItems(S: StructureBuilder, context: StructureResolverContext) {
  return [
    S.listItem()
      .id('replies')
      .title('Replies on the site')
      .icon(CommentIcon)
      .child(() =>
        unpublished(context.documentStore, 'reply').pipe(
          map((ids) =>
            S.documentList()
              .id('replies')
              .title('Replies on the site')
              .apiVersion(apiVersion)
              .schemaType('reply')
              .filter('_type == "reply" && !(_id in $ids)')
              .params({ ids })
              .defaultOrdering([{ field: 'submittedAt', direction: 'desc' }])
              .initialValueTemplates([]),
          ),
        ),
      ),
    S.listItem()
      .id('reply-contacts')
      .title('Addresses of repliers')
      .icon(EnvelopeIcon)
      .child(
        S.documentList()
          .id('reply-contacts')
          .title('Addresses of repliers')
          .apiVersion(apiVersion)
          .schemaType('replyContact')
          .filter('_type == "replyContact"')
          .defaultOrdering([{ field: 'submittedAt', direction: 'desc' }])
          .initialValueTemplates([]),
      ),
  ]
}
