import { expect, test } from '../../support/running-product.ts'
import { fieldBox, openDocument, openList, openSettings, openStudio, paneItem, row } from './studio.ts'

test('the Studio asks for nothing that is not there, and has nothing to complain about', async ({
  page,
  product,
}) => {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (/^(?:error|warning)$/.test(message.type())) complaints.push(`${message.type()}: ${message.text()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`)
  })
  page.on('requestfailed', (request) => {
    // Whoever leaves a screen takes back what it had asked for.
    const why = request.failure()?.errorText
    if (why !== 'net::ERR_ABORTED') complaints.push(`${why}: ${request.url()}`)
  })

  await openStudio(page, product.studioUrl)
  await paneItem(page, 'Write a recap').click()
  await expect(page.getByTestId('begin-recap').getByRole('link').first()).toBeVisible()
  await paneItem(page, 'Replies that wait').click()
  await openList(page, 'Scheduled')
  await openList(page, 'All recaps')
  await openDocument(page, 'Elevator pitches, in an actual lift')
  await expect(fieldBox(page, 'standfirst').getByRole('textbox')).toHaveValue(/forty seconds/)
  await openSettings(page)
  await page.waitForLoadState('networkidle')
  expect(complaints).toEqual([])
})

for (const [type, id, name] of [
  ['author', 'author-hugh-penhallow', 'Hugh Penhallow'],
  ['topic', 'topic-careers', 'Careers'],
  ['event', 'event-who-takes-the-minutes', 'Who takes the minutes?'],
  ['recap', 'recap-scorecards-never-die', 'Scorecards never die, they change their name'],
] as const) {
  test(`a link to a document opens it: ${name}`, async ({ page, product }) => {
    await page.goto(`${product.studioUrl}/intent/edit/id=${id};type=${type}/`)
    await expect(page.getByTestId('document-panel-document-title')).toContainText(name)
    await expect(row(page, name)).toBeVisible()
  })
}
