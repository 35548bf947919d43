import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ClientError, createClient, type SanityClient } from '@sanity/client'
import { readSettings } from '../../src/env.ts'
import { Failure } from '../../src/failure.ts'
import { namesHostedProject } from '../local/environment.ts'
import { type LakeAddress, startLakeProcess } from '../local/lake-process.ts'
import { findRunning } from '../local/running.ts'

/** A dataset that content is taken from or brought into. */
export type Target = {
  client: SanityClient
  /** How to call it in front of people. */
  name: string
  dataset: string
  close: () => Promise<void>
}

export type TargetRequest = {
  env: Record<string, string | undefined>
  /** The local lake's data folder, for when the environment names no lake and no project. */
  data: string
  dataset: string | undefined
  /** Whether a lake that is not there yet may be made. */
  mayMake: boolean
}

/**
 * The dataset that the environment names; else the local lake's, which is started for as long as it takes if it does
 * not run.
 * @throws Failure that says what is missing
 */
export async function openTarget({ env, data, dataset, mayMake }: TargetRequest): Promise<Target> {
  if (env.SANITY_API_HOST || namesHostedProject(env)) return named(env, dataset)
  const running = await findAnswering(data)
  if (!running && !mayMake && !existsSync(join(data, 'lake.sqlite')))
    throw new Failure(
      `There is no content in ${data}.`,
      'Name the local lake’s folder with --data, or a project in .env (see .env.example).',
    )
  const started = running ? undefined : await startLakeProcess({ data, port: 0, allowedOrigins: [] })
  const lake = running ?? started
  if (!lake) throw new Error('There is no lake.')
  return {
    client: clientFor({ ...lake, apiHost: lake.url, dataset: dataset ?? lake.dataset }),
    name: `the local lake in ${data}`,
    dataset: dataset ?? lake.dataset,
    close: async () => started?.stop(),
  }
}

function named(env: TargetRequest['env'], dataset: string | undefined): Target {
  // The site's address has nothing to do with its content.
  const { sanity } = readSettings({ ...env, SITE_URL: env.SITE_URL || 'http://localhost' })
  if (sanity.token === undefined)
    throw new Failure(
      'SANITY_TOKEN is not set: exports need a token that may read everything, imports one that may write.',
      'Make one in the project’s API settings (https://www.sanity.io/manage) and put it into .env or before the command.',
    )
  const chosen = dataset ?? sanity.dataset
  return {
    client: clientFor({ ...sanity, dataset: chosen }),
    name: sanity.apiHost ?? `project ${sanity.projectId} at Sanity`,
    dataset: chosen,
    close: async () => undefined,
  }
}

type Address = { projectId: string; dataset: string; apiHost: string | undefined; token: string | undefined }

function clientFor({ projectId, dataset, apiHost, token }: Address): SanityClient {
  return createClient({
    projectId,
    dataset,
    token,
    ...(apiHost === undefined ? {} : { apiHost, useProjectHostname: false }),
    useCdn: false,
    apiVersion: '2026-03-01',
    perspective: 'raw',
  })
}

/** A lake that was killed leaves its note behind, and another program may have its number by now. */
async function findAnswering(data: string): Promise<LakeAddress | undefined> {
  const lake = findRunning(data)
  if (!lake) return undefined
  const headers = { authorization: `Bearer ${lake.token}` }
  const answer = await fetch(`${lake.url}/v2026-03-01/users/me`, { headers }).catch(() => undefined)
  return answer?.ok ? lake : undefined
}

/**
 * Whether a dataset is there.
 * @throws Failure where it does not answer, or not to this token
 */
export async function datasetExists({ client, name, dataset }: Target): Promise<boolean> {
  try {
    await client.fetch('count(*[0...1])')
    return true
  } catch (cause) {
    const status = cause instanceof ClientError ? cause.statusCode : undefined
    if (status === 404) return false
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Failure(
      `Dataset "${dataset}" of ${name} does not answer: ${reason}`,
      status === 401 || status === 403
        ? 'Is SANITY_TOKEN a token of this project, with the rights that it takes?'
        : 'Is the address right, and can it be reached from here?',
      { cause },
    )
  }
}
