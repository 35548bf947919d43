import { type DocumentBadgeComponent, type DocumentBadgesResolver, useEditState } from 'sanity'
import { formatMoment } from '../schema/previews/moment.ts'
import { repliesHaveClosed } from './replies-closed.ts'

/** A published recap that the site does not show before its date. */
const scheduled: DocumentBadgeComponent = ({ published }) => {
  const moment = published?.publishedAt
  if (typeof moment !== 'string' || Date.parse(moment) <= Date.now()) return null
  return {
    label: `Scheduled for ${formatMoment(moment)}`,
    title: 'The site shows it then, by itself',
    color: 'primary',
  }
}

const hidden: DocumentBadgeComponent = ({ draft, published }) => {
  const seo: unknown = (draft ?? published)?.seo
  if (typeof seo !== 'object' || seo === null || !('noIndex' in seo) || seo.noIndex !== true) return null
  return {
    label: 'Hidden from search engines',
    title: 'Only people who have its address find it',
    color: 'warning',
  }
}

const closed: DocumentBadgeComponent = ({ draft, published }) => {
  const settings = useEditState('siteSettings', 'siteSettings').published
  const recap = draft ?? published
  if (!recap || !repliesHaveClosed(recap, settings, new Date())) return null
  return { label: 'Replies closed', title: 'Readers can no longer reply to it', color: 'warning' }
}

/** What an organiser should know of a recap at a glance. */
export const documentBadges: DocumentBadgesResolver = (previous, { schemaType }) =>
  schemaType === 'recap' ? [...previous, scheduled, hidden, closed] : previous
