import { quantile } from '../quantile.ts'

/** One line of the result: samples of something in `unit`, or why there are none. */
export type Figure = {
  name: string
  unit: 'ms' | 's' | 'MB' | 'KB'
  samples: number[]
  /** What is wanted, as the plan says it. */
  goal?: string
  note?: string
}

export type Line = Record<string, string>

const shares = { median: 0.5, '95 %': 0.95, worst: 1 }

/** What was measured, a line each. */
export function lines(figures: readonly Figure[]): Record<string, Line> {
  return Object.fromEntries(
    figures.map((figure) => [figure.name, { ...values(figure), note: figure.note ?? '' }] as const),
  )
}

/** Both lakes side by side. The ratio says how a figure grows with the number of documents: 1 is best. */
export function comparison(big: readonly Figure[], small: readonly Figure[]): Record<string, Line> {
  const counterparts = new Map(small.map((figure) => [figure.name, figure]))
  return Object.fromEntries(
    big.map((figure) => [figure.name, line(figure, counterparts.get(figure.name))] as const),
  )
}

function line(big: Figure, small: Figure | undefined): Line {
  return {
    ...values(big),
    'small lake': small ? shown(small, shares.median) : '',
    '× small': small ? ratio(big, small) : '',
    note: big.note ?? '',
  }
}

function values(figure: Figure): Line {
  const samples = Object.entries(shares).map(([name, share]) => [name, shown(figure, share)])
  return { goal: figure.goal ?? '', ...Object.fromEntries(samples), n: String(figure.samples.length) }
}

function shown({ samples, unit }: Figure, share: number): string {
  if (samples.length === 0) return '–'
  const value = quantile(samples, share)
  return `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ${unit}`
}

function ratio(big: Figure, small: Figure): string {
  const value = quantile(big.samples, shares.median) / quantile(small.samples, shares.median)
  return Number.isFinite(value) ? value.toFixed(1) : '–'
}
