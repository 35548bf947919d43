const units = [
  ['day', 24 * 60 * 60 * 1000],
  ['hour', 60 * 60 * 1000],
  ['minute', 60 * 1000],
  ['second', 1000],
] as const

const inWords = new Intl.RelativeTimeFormat('en')

/** How long ago a moment was, in its largest unit: `3 hours ago`. Of one to come, by another clock, as if it were now. */
export function age(moment: Date, now: Date): string {
  const milliseconds = Math.max(0, now.getTime() - moment.getTime())
  const [unit, size] = units.find(([, size]) => milliseconds >= size) ?? ['second', 1000]
  return inWords.format(-Math.floor(milliseconds / size), unit)
}
