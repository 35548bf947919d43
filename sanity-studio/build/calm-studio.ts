import type { Edit } from './edit.ts'

/** Parts of the Studio that need Sanity's servers: menus of the hosted project, invitations, signing out. */
const hostedOnly = [
  'WorkspaceMenuButton',
  'ManageMenu',
  'ResourcesButton',
  'PresenceMenu',
  'UserMenuAuthActionInner',
]

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
  ...hostedOnly.map((component) => ({
    what: `${component}, which does nothing on a local lake`,
    pattern: new RegExp(`function ${component}\\([^)]*\\) \\{`),
    replacement: '$& if (document.getElementById("local-lake")) return null;',
  })),
]
