import { createClient } from '@sanity/client'
import { of } from 'rxjs'
import type { AuthStore } from 'sanity'
import { UnknownProject } from '../components/unknown-project.tsx'

/** Nobody can log in to a project that has no name: in place of the login the page says what to set. */
export function createAuthStoreForUnknownProject(): AuthStore {
  const client = createClient({
    projectId: 'unknown',
    dataset: 'production',
    apiVersion: '2025-02-19',
    useCdn: false,
  })
  return {
    state: of({ authenticated: false, currentUser: null, client }),
    LoginComponent: UnknownProject,
  }
}
