import { createClient, type SanityClient } from '@sanity/client'
import type { Settings } from '../env.ts'
import { apiVersion } from './client.ts'

/** Sanity's own client, which listens to a lake for what is published; loading it takes a while. */
export function createListeningClient(sanity: Settings['sanity']): SanityClient {
  return createClient({
    projectId: sanity.projectId,
    dataset: sanity.dataset,
    apiVersion,
    perspective: 'published',
    useCdn: false,
    token: sanity.token,
    ...(sanity.apiHost === undefined ? {} : { apiHost: sanity.apiHost, useProjectHostname: false }),
  })
}
