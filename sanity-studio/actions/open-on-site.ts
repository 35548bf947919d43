import { LaunchIcon } from '@sanity/icons/Launch'
import type { DocumentActionComponent } from 'sanity'
import { addressOf } from '../addresses/page.ts'
import { connection } from '../lake/connection.ts'

/** Opens the published document's page in a new tab; absent where there is no such page yet. */
export const openOnSite: DocumentActionComponent = ({ published }) => {
  const address = addressOf(published, connection.siteUrl, new Date())
  if (!address) return null
  return {
    label: 'Open on the site',
    icon: LaunchIcon,
    onHandle: () => window.open(address, '_blank', 'noopener'),
  }
}
openOnSite.displayName = 'OpenOnSite'
