import { expect, type Page } from '@playwright/test'

/** Publishes a draft past the open Studio, as a colleague does from another computer. */
export async function publishElsewhere(
  page: Page,
  ids: { draftId: string; publishedId: string },
): Promise<void> {
  const lake = await page.locator('#local-lake').textContent()
  const { apiHost, dataset, token } = JSON.parse(lake ?? '{}')
  const answer = await page.request.post(`${apiHost}/v2025-02-19/data/actions/${dataset}`, {
    headers: { authorization: `Bearer ${token}` },
    data: { actions: [{ actionType: 'sanity.action.document.publish', ...ids }] },
  })
  expect(answer.ok(), 'the lake takes what a colleague published').toBe(true)
}
