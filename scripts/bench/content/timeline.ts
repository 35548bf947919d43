const day = 24 * 3600 * 1000
const years = 15

/** When the newest evening is over. Fixed, since content must not depend on the day on which it is made. */
const end = Date.UTC(2026, 9, 31, 19)

/** When something comes in a row that is spread evenly over fifteen years, oldest first. Milliseconds since 1970. */
export function timeOf(index: number, count: number): number {
  return Math.floor(end - years * 365 * day * (1 - (index + 1) / count))
}

export const beginning = timeOf(-1, 1)
