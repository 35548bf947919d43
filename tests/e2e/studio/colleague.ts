import { expect, type Page } from '@playwright/test'

type Ids = { draftId: string; publishedId: string }

/** Publishes a draft past the open Studio, as a colleague does from another computer. */
export async function publishElsewhere(page: Page, ids: Ids): Promise<void> {
  const { url, options } = await lakeOf(page)
  const answer = await page.request.post(url('actions'), {
    ...options,
    data: { actions: [{ actionType: 'sanity.action.document.publish', ...ids }] },
  })
  expect(answer.ok(), 'the lake takes what a colleague published').toBe(true)
}

/** What versions of an author say of their role, as far as the lake has heard. */
export async function rolesInLake(page: Page, ids: string[]): Promise<unknown> {
  const { url, options } = await lakeOf(page)
  const params = { query: '*[_id in $ids].role', $ids: JSON.stringify(ids), perspective: 'raw' }
  const answer = await page.request.get(url('query'), { ...options, params })
  return (await answer.json()).result
}

async function lakeOf(page: Page) {
  const text = await page.locator('#local-lake').textContent()
  const { apiHost, dataset, token } = JSON.parse(text ?? '{}')
  return {
    url: (endpoint: string) => `${apiHost}/v2025-02-19/data/${endpoint}/${dataset}`,
    options: { headers: { authorization: `Bearer ${token}` } },
  }
}
