import type { HeadOf } from '../cms/head.ts'
import type { Documents } from '../cms/mirror/documents.ts'
import type { DateStyle, Language } from '../cms/schemas/language.ts'
import { wordsIn } from '../words/speech.ts'
import type { Words } from '../words/words.ts'
import { settingsOf } from './joins.ts'
import type { SiteReader } from './reader.ts'

/** In which language the site speaks, and how it writes dates. An event has a time zone of its own. */
export type Locale = { language: Language; timeZone: string; dateStyle: DateStyle }

const usual: Locale = { language: 'en-GB', timeZone: 'Europe/London', dateStyle: 'long' }

/** As the settings say; what they leave open is as in London. */
export function localeOf(site: SiteReader): Locale {
  return localeIn(settingsOf(site))
}

/** The same for those who read the documents themselves. */
export function localeFor(documents: Pick<Documents, 'head'>): Locale {
  const settings = documents.head('siteSettings')
  return localeIn(settings?._type === 'siteSettings' ? settings : undefined)
}

function localeIn(settings: HeadOf<'siteSettings'> | undefined): Locale {
  return {
    language: settings?.language ?? usual.language,
    timeZone: settings?.timeZone ?? usual.timeZone,
    dateStyle: settings?.dateStyle ?? usual.dateStyle,
  }
}

export function wordsOf(site: SiteReader): Words {
  return wordsIn(localeOf(site).language)
}
