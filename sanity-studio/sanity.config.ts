import { type AuthConfig, type AuthStore, defineConfig } from 'sanity'
import { structureTool } from 'sanity/structure'
import { documentBadges } from './actions/badges.ts'
import { documentActions, newDocumentOptions } from './actions/document-actions.ts'
import { Mark } from './components/mark.tsx'
import { lakeClientFactory } from './lake/client.ts'
import { connection } from './lake/connection.ts'
import { createAuthStoreForUnknownProject } from './lake/unknown-project.ts'
import { AttentiveInput } from './publishing/attentive-input.tsx'
import { schemaTypes } from './schema/all-types.ts'
import { structure } from './structure.ts'
import { words } from './words.ts'
import { templates } from './writing/recap-templates.ts'

const local = connection.kind === 'lake'

export default defineConfig({
  name: 'default',
  title: 'Last Orders',
  icon: Mark,
  projectId: connection.kind === 'unknown' ? 'unknown' : connection.projectId,
  dataset: connection.kind === 'unknown' ? 'production' : connection.dataset,
  ...access(),
  plugins: [structureTool({ title: 'Write', structure })],
  schema: { types: schemaTypes, templates },
  i18n: { bundles: words },
  form: { components: { input: AttentiveInput } },
  document: {
    actions: documentActions,
    badges: documentBadges,
    newDocumentOptions,
    comments: { enabled: !local },
    askToEdit: { enabled: !local },
  },
  // The local lake has no index of words. What the legacy strategy asks for comes in order of date, so that the lake
  // need not look at every text before it has a first screenful; scores would need them all.
  search: local ? { strategy: 'groqLegacy' } : {},
  releases: { enabled: false },
  tasks: { enabled: false },
  scheduledPublishing: { enabled: false },
  scheduledDrafts: { enabled: false },
  mediaLibrary: { enabled: false },
  announcements: { enabled: false },
  apps: { canvas: { enabled: false } },
})

function access() {
  if (connection.kind === 'lake') {
    // Seen only where the lake refuses the token: the page is older than the running "npm start".
    const again = { name: 'local', title: 'Open the Studio again', url: '/' }
    const auth: AuthConfig = { loginMethod: 'token', providers: [again] }
    return { apiHost: connection.apiHost, auth, unstable_clientFactory: lakeClientFactory(connection) }
  }
  if (connection.kind === 'unknown') {
    const auth: AuthStore = createAuthStoreForUnknownProject()
    return { auth }
  }
  return {}
}
