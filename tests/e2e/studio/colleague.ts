import { expect, type Page } from '@playwright/test'

type Ids = { draftId: string; publishedId: string }

/** Publishes a draft past the open Studio, as a colleague does from another computer. */
export async function publishElsewhere(page: Page, ids: Ids): Promise<void> {
  await send(page, 'actions', { actions: [{ actionType: 'sanity.action.document.publish', ...ids }] })
}

/** Writes documents past the open Studio, as a colleague or a program does. */
export async function writeElsewhere(page: Page, documents: object[]): Promise<void> {
  await send(page, 'mutate', { mutations: documents.map((createOrReplace) => ({ createOrReplace })) })
}

/** What versions of an author say of their role, as far as the lake has heard. */
export async function rolesInLake(page: Page, ids: string[]): Promise<unknown> {
  return askLake(page, '*[_id in $ids].role', { ids })
}

/** The answer of the lake, which the open Studio has not seen; drafts and what is published are documents of their own. */
export async function askLake(
  page: Page,
  query: string,
  params: Record<string, unknown> = {},
): Promise<unknown> {
  const { url, options } = await lakeOf(page)
  const named = Object.entries(params).map(([name, value]) => [`$${name}`, JSON.stringify(value)])
  const answer = await page.request.get(url('query'), {
    ...options,
    params: { query, ...Object.fromEntries(named), perspective: 'raw' },
  })
  return (await answer.json()).result
}

async function send(page: Page, endpoint: string, data: object): Promise<void> {
  const { url, options } = await lakeOf(page)
  const answer = await page.request.post(url(endpoint), { ...options, data })
  expect(answer.ok(), 'the lake takes what is written elsewhere').toBe(true)
}

async function lakeOf(page: Page) {
  const text = await page.locator('#local-lake').textContent()
  const { apiHost, dataset, token } = JSON.parse(text ?? '{}')
  return {
    url: (endpoint: string) => `${apiHost}/v2025-02-19/data/${endpoint}/${dataset}`,
    options: { headers: { authorization: `Bearer ${token}` } },
  }
}
