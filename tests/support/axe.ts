import AxeBuilder from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'

/** Holds a part of a page against WCAG 2.2 AA. */
export async function expectAccessible(page: Page, part: Locator): Promise<void> {
  const mark = 'data-under-axe'
  await part.evaluate((element, name) => element.setAttribute(name, ''), mark)
  const { violations } = await new AxeBuilder({ page })
    .include(`[${mark}]`)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  await part.evaluate((element, name) => element.removeAttribute(name), mark)
  const told = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join('\n')}`,
  )
  expect(told).toEqual([])
}
