const firstWithReleases = '2025-02-19'

/**
 * Whether a version of the API has content releases. From then on what is published is shown by default, and drafts
 * and versions where they are asked for; before, drafts are always shown and versions never.
 * @param apiVersion without the leading v: a date, `1` or `X`
 */
export function hasReleases(apiVersion: string): boolean {
  return apiVersion === 'X' || apiVersion >= firstWithReleases
}
