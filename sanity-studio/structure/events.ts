import { ArchiveIcon } from '@sanity/icons/Archive'
import { CalendarIcon } from '@sanity/icons/Calendar'
import type { StructureBuilder } from 'sanity/structure'
import { apiVersion } from './api-version.ts'

/** Evenings that are still to come, the next one first. */
export function comingEvenings(S: StructureBuilder) {
  return S.listItem()
    .id('coming')
    .title('What’s coming')
    .icon(CalendarIcon)
    .child(
      eventList(S, 'coming', 'What’s coming')
        // An evening whose date is still open is more likely to come than to be over.
        .filter('_type == "event" && (!defined(startsAt) || coalesce(endsAt, startsAt) > now())')
        .defaultOrdering([{ field: 'startsAt', direction: 'asc' }])
        .canHandleIntent(
          (intent, params) => params.type === 'event' && (intent === 'edit' || intent === 'create'),
        ),
    )
}

/** Evenings that were, the latest first. */
export function pastEvenings(S: StructureBuilder) {
  return S.listItem()
    .id('past')
    .title('Past evenings')
    .icon(ArchiveIcon)
    .child(
      eventList(S, 'past', 'Past evenings')
        .filter('_type == "event" && coalesce(endsAt, startsAt) <= now()')
        .defaultOrdering([{ field: 'startsAt', direction: 'desc' }]),
    )
}

function eventList(S: StructureBuilder, id: string, title: string) {
  return S.documentList()
    .id(id)
    .title(title)
    .apiVersion(apiVersion)
    .schemaType('event')
    .initialValueTemplates([S.initialValueTemplateItem('event')])
}
