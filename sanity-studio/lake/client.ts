import { type ClientConfig, createClient, type SanityClient } from '@sanity/client'
import type { LakeConnection } from './connection.ts'
import { streamOverWebSocket } from './stream-over-websocket.ts'

/**
 * Makes the Studio's clients talk to the local lake: no project name in front of the host, no CDN,
 * and the lake's own token in place of a login.
 */
export function lakeClientFactory(lake: LakeConnection): (config: ClientConfig) => SanityClient {
  return (config) =>
    createClient({
      ...config,
      apiHost: lake.apiHost,
      useProjectHostname: false,
      useCdn: false,
      token: lake.token,
      withCredentials: false,
      ignoreBrowserTokenWarning: true,
      resolveFetch: () => streamOverWebSocket(lake.token),
    })
}
