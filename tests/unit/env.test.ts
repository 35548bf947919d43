import { describe, expect, it } from 'vitest'
import { readSettings } from '../../src/env.ts'
import { Failure } from '../../src/failure.ts'

const hosted = { SANITY_PROJECT_ID: 'abc123', SITE_URL: 'https://blog.example/' }

describe('readSettings', () => {
  it('reads a hosted project, with production as its dataset', () => {
    expect(readSettings(hosted)).toEqual({
      sanity: { projectId: 'abc123', dataset: 'production', apiHost: undefined, token: undefined },
      siteUrl: 'https://blog.example',
      studioUrl: undefined,
      now: undefined,
      cacheDir: '.cache',
    })
  })

  it('gives the site of a local lake an address of its own', () => {
    const settings = readSettings({ SANITY_PROJECT_ID: 'local', SANITY_API_HOST: 'http://127.0.0.1:4333/' })
    expect(settings.sanity.apiHost).toBe('http://127.0.0.1:4333')
    expect(settings.siteUrl).toBe('http://localhost:4321')
    expect(settings.studioUrl).toBe('http://localhost:3333')
  })

  it('reads the moment that a build is for', () => {
    expect(readSettings({ ...hosted, SITE_NOW: '2026-11-20T12:00:00Z' }).now).toEqual(
      new Date('2026-11-20T12:00:00Z'),
    )
  })

  it('reads where the Studio is', () => {
    const env = { ...hosted, STUDIO_URL: 'https://last-orders.sanity.studio/' }
    expect(readSettings(env).studioUrl).toBe('https://last-orders.sanity.studio')
  })

  it.each([
    [{}, ['SANITY_PROJECT_ID is not set', 'SITE_URL is not set']],
    [{ ...hosted, SANITY_PROJECT_ID: '' }, ['SANITY_PROJECT_ID is not set']],
    [{ ...hosted, SANITY_PROJECT_ID: 'My Project' }, ['SANITY_PROJECT_ID may only have']],
    [{ ...hosted, SANITY_DATASET: 'Über' }, ['SANITY_DATASET may only have']],
    [{ ...hosted, SANITY_API_HOST: 'localhost:4333' }, ['SANITY_API_HOST must be an address']],
    [{ ...hosted, SITE_URL: 'blog.example' }, ['SITE_URL must be an address']],
    [{ ...hosted, SITE_URL: 'https://x.example/blog' }, ['SITE_URL may not have a path']],
    [{ ...hosted, STUDIO_URL: 'last-orders.sanity.studio' }, ['STUDIO_URL must be an address']],
    [{ ...hosted, SITE_SHARE_CARDS: 'some' }, ['SITE_SHARE_CARDS must be']],
    [{ ...hosted, SITE_NOW: 'tomorrow' }, ['SITE_NOW must be a moment']],
  ])('says what is wrong with %j', (env, problems) => {
    const failure = caught(() => readSettings(env))
    expect(failure).toBeInstanceOf(Failure)
    for (const problem of problems) expect(failure.message).toContain(problem)
    expect(failure.hint).toContain('.env')
  })
})

function caught(attempt: () => unknown): Failure {
  try {
    attempt()
  } catch (error) {
    if (error instanceof Failure) return error
  }
  throw new Error('No failure was thrown.')
}
