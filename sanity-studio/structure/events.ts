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
        .canHandleIntent((intent, params) => params.type === 'event' && intent === 'create'),
    )
}

/** Evenings whenever they are, the latest first: a link leads here, where the evening is certain to be. */
export function allEvenings(S: StructureBuilder) {
  return S.listItem()
    .id('evenings')
    .title('All evenings')
    .icon(ArchiveIcon)
    .child(
      eventList(S, 'evenings', 'All evenings')
        .filter('_type == "event"')
        .defaultOrdering([{ field: 'startsAt', direction: 'desc' }])
        .canHandleIntent((intent, params) => params.type === 'event' && intent === 'edit'),
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
