import { type ClientConfig, createClient, type SanityClient } from '@sanity/client'
import type { LakeAddress } from './lake-process.ts'

/** A client that may do everything in a local lake; `config` changes what is not to its liking. */
export function lakeClient(lake: LakeAddress, config: ClientConfig = {}): SanityClient {
  return createClient({
    projectId: lake.projectId,
    dataset: lake.dataset,
    apiHost: lake.url,
    useProjectHostname: false,
    useCdn: false,
    apiVersion: '2026-03-01',
    perspective: 'raw',
    token: lake.token,
    ...config,
  })
}
