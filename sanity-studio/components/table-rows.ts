import type { TableRow } from '../schema/rules/table-rows.ts'

const startingWidth = 2

/** How many cells the widest row has. */
export function widthOf(rows: TableRow[]): number {
  return Math.max(0, ...rows.map(({ cells = [] }) => cells.length))
}

export function addRow(rows: TableRow[]): TableRow[] {
  const cells = Array.from({ length: widthOf(rows) || startingWidth }, () => '')
  return [...rows, { _type: 'tableRow', _key: crypto.randomUUID().slice(0, 12), cells }]
}

export function removeRow(rows: TableRow[], index: number): TableRow[] {
  return rows.toSpliced(index, 1)
}

/** Adds an empty cell to every row; a table without rows gets its first. */
export function addColumn(rows: TableRow[]): TableRow[] {
  if (rows.length === 0) return addRow(rows)
  const width = widthOf(rows)
  return rows.map((row) => ({ ...row, cells: [...filled(row, width), ''] }))
}

export function removeColumn(rows: TableRow[], column: number): TableRow[] {
  return rows.map((row) => ({ ...row, cells: (row.cells ?? []).toSpliced(column, 1) }))
}

/** Writes one cell, and makes every row as wide as the widest. */
export function setCell(rows: TableRow[], index: number, column: number, text: string): TableRow[] {
  const width = widthOf(rows)
  return rows.map((row, at) => {
    const cells = filled(row, width)
    return { ...row, cells: at === index ? cells.with(column, text) : cells }
  })
}

function filled({ cells = [] }: TableRow, width: number): string[] {
  return [...cells, ...Array.from({ length: width - cells.length }, () => '')]
}
