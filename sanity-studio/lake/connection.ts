import { readLocalLake } from './local-lake.ts'

/** Where the Studio finds its documents. `unknown` means nobody has said, and the Studio explains how to. */
export type Connection = LakeConnection | HostedConnection | { kind: 'unknown'; siteUrl?: string }

export type LakeConnection = {
  kind: 'lake'
  /** Address of the local lake, without a slash at the end. */
  apiHost: string
  projectId: string
  dataset: string
  token: string
  siteUrl?: string
}

type HostedConnection = { kind: 'hosted'; projectId: string; dataset: string; siteUrl?: string }

/** Settings read from the environment when the Studio was built (see `build/hosted-project.ts`). */
declare const __HOSTED_PROJECT__: { projectId?: string; dataset?: string; siteUrl?: string }

/** The page decides first: `npm start` writes the local lake into it. Otherwise the build's environment does. */
export const connection: Connection = readLocalLake() ?? hostedConnection()

function hostedConnection(): Connection {
  const { projectId, dataset, siteUrl } = __HOSTED_PROJECT__
  if (!projectId) return { kind: 'unknown', siteUrl }
  return { kind: 'hosted', projectId, dataset: dataset ?? 'production', siteUrl }
}
