import type { Edit } from './edit.ts'

/** Parts of the Studio that need Sanity's servers: menus of the hosted project, invitations, signing out. */
const hostedOnly = [
  'WorkspaceMenuButton',
  'ManageMenu',
  'ResourcesButton',
  'PresenceMenu',
  'UserMenuAuthActionInner',
  'NetworkTroubleshooting',
]

const lakeStopped = 'The Studio cannot reach its data on this computer. Is “npm start” still running?'

/** Changes to the code of `sanity` itself, where no setting exists. */
export const studioEdits: Edit[] = [
  {
    what: 'the check for newer versions (this repository pins its version)',
    pattern: /fetchLatestAvailableVersionForPackage = async \(options\) => \{/,
    replacement: '$& return;',
  },
  {
    what: 'the call that asks whether Sanity takes feedback',
    pattern: /function useFeedbackAvailable\(options\) \{/,
    replacement: '$& return false;',
  },
  {
    what: 'advice about Sanity’s servers where a local lake has stopped',
    pattern: /"Couldn't reach the Sanity servers[^"]*"/,
    replacement: `(document.getElementById("local-lake") ? ${JSON.stringify(lakeStopped)} : $&)`,
  },
  {
    // A browser cannot send headers with a WebSocket, and the Studio only knows of tokens that a login left behind.
    what: 'presence, which a local lake refuses without its token',
    pattern: /return fromUrl\(urlWithTag, options\)/,
    replacement:
      'return fromUrl(urlWithTag + (document.getElementById("local-lake") ? "&wstoken=" + client.config().token : ""), options)',
  },
  ...hostedOnly.map((component) => ({
    what: `${component}, which does nothing on a local lake`,
    pattern: new RegExp(`function ${component}\\([^)]*\\) \\{`),
    replacement: '$& if (document.getElementById("local-lake")) return null;',
  })),
]
