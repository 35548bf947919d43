import { existsSync } from 'node:fs'
import { loadEnvFile } from 'node:process'
import { fileURLToPath } from 'node:url'

/**
 * The hosted Sanity project named by SANITY_PROJECT_ID, SANITY_DATASET and SITE_URL, from the environment
 * or from the `.env` file at the root of the repository (the environment wins).
 */
export function hostedProject() {
  const envFile = fileURLToPath(new URL('../../.env', import.meta.url))
  if (existsSync(envFile)) loadEnvFile(envFile)
  return {
    projectId: process.env.SANITY_PROJECT_ID || undefined,
    dataset: process.env.SANITY_DATASET || undefined,
    siteUrl: process.env.SITE_URL || undefined,
  }
}
