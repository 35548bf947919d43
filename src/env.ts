import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { Failure } from './failure.ts'

/** Everything that the environment decides about a build, checked once. */
export type Settings = {
  sanity: {
    projectId: string
    dataset: string
    /** Address of a local lake, without a path; undefined for Sanity's hosted Content Lake. */
    apiHost: string | undefined
    token: string | undefined
  }
  /** Where readers find the site; never ends with a slash. */
  siteUrl: string
  /** Where organisers find the Studio, for links to documents; never ends with a slash. */
  studioUrl: string | undefined
  /** Where pictures come from: files of the site, or the lake that has the originals. Undefined: as suits the lake. */
  pictures?: 'files' | 'cdn' | undefined
  /** Whether pictures are drawn that are shown where pages are shared; they are, unless told otherwise. */
  shareCards?: 'drawn' | 'none' | undefined
  /** The moment the site is rendered for; undefined means the clock. */
  now: Date | undefined
  /** Folder for what can be rebuilt: mirror, originals of pictures, compiled bundle. */
  cacheDir: string
}

const httpAddress = z.url({ protocol: /^https?$/, error: 'must be an address such as https://example.org' })

const environment = z.object({
  SANITY_PROJECT_ID: z
    .string({ error: 'is not set: it names the Sanity project that holds the content' })
    .regex(
      /^[a-z0-9-]+$/,
      'may only have lower-case letters, digits and hyphens (sanity.io/manage shows it)',
    ),
  SANITY_DATASET: z
    .string()
    .regex(/^~?[a-z0-9][a-z0-9_-]*$/, 'may only have lower-case letters, digits, hyphens and underscores')
    .default('production'),
  SANITY_API_HOST: httpAddress.optional(),
  SANITY_TOKEN: z.string().optional(),
  SITE_URL: httpAddress.refine((value) => !URL.canParse(value) || new URL(value).pathname === '/', {
    error: 'may not have a path: the site begins at the root of its host, as in https://blog.example',
  }),
  STUDIO_URL: httpAddress.optional(),
  SITE_PICTURES: z.enum(['files', 'cdn'], { error: 'must be “files” or “cdn”' }).optional(),
  SITE_SHARE_CARDS: z.enum(['drawn', 'none'], { error: 'must be “drawn” or “none”' }).optional(),
  SITE_NOW: z.iso
    .datetime({ offset: true, error: 'must be a moment such as 2026-11-20T12:00:00Z' })
    .optional(),
  SITE_CACHE: z.string().default('.cache'),
})

/** Names of all variables that are read. */
export const settingNames: readonly string[] = Object.keys(environment.shape)

const defaultsForLocalLake = { SITE_URL: 'http://localhost:4321', STUDIO_URL: 'http://localhost:3333' }

/**
 * Reads the settings from environment variables. Empty ones count as absent.
 * @throws Failure that lists every variable that is missing or wrong
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const result = environment.safeParse(given.SANITY_API_HOST ? { ...defaultsForLocalLake, ...given } : given)
  if (!result.success) {
    const problems = result.error.issues.map((issue) => {
      const name = String(issue.path[0])
      const missing = name === 'SITE_URL' && given.SITE_URL === undefined
      return `  ${name} ${missing ? 'is not set: it is the address at which readers find the site' : issue.message}`
    })
    throw new Failure(
      `The settings are not complete:\n${problems.join('\n')}`,
      'Put them into a file named .env (see .env.example), or run `npm start` or `npm run build`, which bring a local lake with them.',
    )
  }
  const values = result.data
  return {
    sanity: {
      projectId: values.SANITY_PROJECT_ID,
      dataset: values.SANITY_DATASET,
      apiHost: values.SANITY_API_HOST?.replace(/\/+$/, ''),
      token: values.SANITY_TOKEN,
    },
    siteUrl: values.SITE_URL.replace(/\/+$/, ''),
    studioUrl: values.STUDIO_URL?.replace(/\/+$/, ''),
    pictures: values.SITE_PICTURES,
    shareCards: values.SITE_SHARE_CARDS,
    now: values.SITE_NOW === undefined ? undefined : new Date(values.SITE_NOW),
    cacheDir: values.SITE_CACHE,
  }
}

/** The variables of `.env` in a folder, if there is one, under those of the process. */
export function environmentOf(folder: string): Record<string, string | undefined> {
  const file = join(folder, '.env')
  return { ...(existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}), ...process.env }
}
