import { describe, expect, it } from 'vitest'
import { siteSettingsDocument } from '../../../src/cms/schemas/site-settings.ts'
import { storedAuthor, storedRecap, storedSettings } from '../../support/documents.ts'
import { documentsOf, siteOf } from '../../support/sites.ts'
import { viewAt } from '../../support/views.ts'

const newYear = storedRecap('eve', { publishedAt: '2025-12-31T23:30:00Z' })
const settings = storedSettings
const recap = (fields: Record<string, unknown>) =>
  viewAt('recap', '/recaps/eve/', [settings(fields), storedAuthor('ada'), newYear])

describe('the settings say', () => {
  it.each([
    [{}, 'en-GB', '31 December 2025'],
    [{ language: 'en-US' }, 'en-US', 'December 31, 2025'],
    [{ language: 'de', timeZone: 'Europe/Berlin' }, 'de', '1. Januar 2026'],
    [{ dateStyle: 'medium', timeZone: 'America/New_York' }, 'en-GB', '31 Dec 2025'],
  ])('%j: in which language the site speaks, and how it writes dates', (fields, language, date) => {
    const view = recap(fields)
    expect(view.frame.language).toBe(language)
    expect(view.date.text).toBe(date)
  })

  it('what the site calls its own pages', () => {
    const documents = [settings({ language: 'de' }), storedAuthor('ada'), newYear]
    expect(viewAt('archive', '/recaps/', documents).heading).toBe('Berichte')
    expect(viewAt('year', '/recaps/2025/', documents).heading).toBe('Berichte von 2025')
    expect(viewAt('search', '/search/', documents).frame.title).toBe('Suche · The Example')
    expect(viewAt('feed', '/rss.xml', documents).language).toBe('de')
  })

  it.each([
    [undefined, '/recaps/2025/', '/recaps/2026/'],
    ['Europe/Berlin', '/recaps/2026/', '/recaps/2025/'],
  ])('to which year a recap belongs (time zone %s)', (timeZone, its, other) => {
    const site = siteOf(documentsOf(settings({ timeZone }), storedAuthor('ada'), newYear))
    expect(site.hasAddress(its)).toBe(true)
    expect(site.hasAddress(other)).toBe(false)
  })
})

it.each([
  [{ language: 'tlh' }, 'language'],
  [{ timeZone: 'Europe/Nowhere' }, 'timeZone'],
  [{ dateStyle: 'shortest' }, 'dateStyle'],
])('settings that nobody understands are refused: %j', (fields, path) => {
  const { error } = siteSettingsDocument.safeParse(settings(fields))
  expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([path])
})
