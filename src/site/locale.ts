/** Language and time zone in which the site speaks of dates. An event has a time zone of its own. */
export const locale = { language: 'en-GB', timeZone: 'Europe/London' } as const
