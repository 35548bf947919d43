/** A row of a table as the Studio stores it. */
export type TableRow = { _key: string; _type: 'tableRow'; cells?: string[] }

/** `true` where every row has as many cells as the first. */
export function checkRows(rows: readonly unknown[] | undefined): true | string {
  const widths = (rows ?? []).map((row) => (isTableRow(row) ? (row.cells?.length ?? 0) : 0))
  const odd = widths.findIndex((width) => width !== widths[0])
  if (odd === -1) return true
  return `Row ${odd + 1} has ${widths[odd]} cells, the first row has ${widths[0]}. Every row needs the same number.`
}

export function isTableRow(row: unknown): row is TableRow {
  return typeof row === 'object' && row !== null && '_key' in row
}
