import type { LakeAddress } from './lake-process.ts'

/** The variables that point the site's code at a local lake. */
export function lakeEnvironment(lake: LakeAddress, siteUrl: string): Record<string, string> {
  return {
    SANITY_API_HOST: lake.url,
    SANITY_PROJECT_ID: lake.projectId,
    SANITY_DATASET: lake.dataset,
    SANITY_TOKEN: lake.token,
    SITE_URL: siteUrl,
  }
}

/** True where the environment names a project at Sanity: then there is no local lake. */
export function namesHostedProject(env: Record<string, string | undefined>): boolean {
  return Boolean(env.SANITY_PROJECT_ID) && !env.SANITY_API_HOST
}
