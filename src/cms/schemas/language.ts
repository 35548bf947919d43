/** Languages that the interface speaks, as the settings name one; each has a file in `src/words`. */
export const languages = ['en-GB', 'en-US', 'de'] as const

export type Language = (typeof languages)[number]

/** How long a date is written, in the terms of `Intl.DateTimeFormat`. */
export const dateStyles = ['full', 'long', 'medium', 'short'] as const

export type DateStyle = (typeof dateStyles)[number]
