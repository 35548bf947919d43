import { createClient, type SanityClient } from '@sanity/client'
import type { Settings } from '../env.ts'

/** The version of Sanity's API that every request names; later changes of the API do not reach us unasked. */
const apiVersion = '2026-03-01'

/** Milliseconds after which an answer is not waited for any longer. */
export const requestTimeout = 20_000

/** A client that reads what is published, never from the API's CDN, which can be a step behind a publish. */
export function createLakeClient(sanity: Settings['sanity']): SanityClient {
  return createClient({
    projectId: sanity.projectId,
    dataset: sanity.dataset,
    apiVersion,
    perspective: 'published',
    useCdn: false,
    timeout: requestTimeout,
    token: sanity.token,
    ...(sanity.apiHost === undefined ? {} : { apiHost: sanity.apiHost, useProjectHostname: false }),
  })
}
