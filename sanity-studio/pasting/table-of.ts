/** A table as people read it: equally long rows of plain text. */
export type ReadTable = { caption?: string; headerRow: boolean; rows: string[][] }

/**
 * What a table of a clipboard says; `undefined` where it is none to people: one that only arranges things (it holds
 * other tables, or says so), or that has no two columns. The places that a cell spans beside its own stay empty.
 */
export function tableOf(table: HTMLTableElement): ReadTable | undefined {
  if (table.querySelector('table') || /^(?:none|presentation)$/.test(table.getAttribute('role') ?? ''))
    return undefined
  const grid = gridOf(table)
  const width = Math.max(0, ...grid.map((row) => row.length))
  const isUsed = (column: number) => grid.some((row) => wordsOf(row[column]) !== '')
  const columns = Array.from({ length: width }, (_, column) => column).filter(isUsed)
  const filled = grid.filter((row) => row.some((cell) => wordsOf(cell) !== ''))
  if (columns.length < 2) return undefined
  const caption = wordsOf(table.caption)
  return {
    ...(caption && { caption }),
    headerRow: namesColumns(filled, columns),
    rows: filled.map((row) => columns.map((column) => wordsOf(row[column]))),
  }
}

/** Cells by row and column, with holes where one reaches over from above or from the left. */
type Grid = (HTMLTableCellElement | undefined)[][]

function gridOf(table: HTMLTableElement): Grid {
  const grid: Grid = Array.from(table.rows, () => [])
  for (const [at, { cells }] of [...table.rows].entries()) {
    const row = grid[at] ?? []
    for (const cell of cells) {
      const column = firstFree(row)
      const below = grid.slice(at, at + Math.max(1, cell.rowSpan))
      // A span may claim a thousand columns that are not there.
      const reach = Math.min(cell.colSpan, widest)
      for (const reached of below)
        for (let index = column; index < column + reach; index++) reached[index] = undefined
      row[column] = cell
    }
  }
  return grid
}

const widest = 50

/** Places that are taken, by a cell or by one that reaches over, are there, if only as `undefined`. */
function firstFree(row: Grid[number]): number {
  let index = 0
  while (index in row) index++
  return index
}

/** Whether the first row is marked as a head, or stands out in bold, as in texts of people who know no other way. */
function namesColumns(grid: Grid, columns: number[]): boolean {
  const [first, ...others] = grid.map((row) => columns.flatMap((column) => row[column] ?? []))
  if (!first || others.length === 0) return false
  if (first.every((cell) => cell.closest('thead') ?? cell.tagName === 'TH')) return true
  return first.every(isBold) && !others.every((row) => row.every(isBold))
}

/** Whether all the words of a cell are bold. A style says more than the element that it is on. */
function isBold(cell: Element): boolean {
  const texts = cell.ownerDocument.createTreeWalker(cell, 4 /* NodeFilter.SHOW_TEXT */)
  while (texts.nextNode()) {
    const { textContent, parentElement } = texts.currentNode
    if (tidied(textContent) !== '' && !inBold(parentElement, cell)) return false
  }
  return wordsOf(cell) !== ''
}

function inBold(element: Element | null, cell: Element): boolean {
  if (!element) return false
  const [, weight] = /font-weight:\s*(\w+)/.exec(element.getAttribute('style') ?? '') ?? []
  if (weight) return /^(?:bold|[6-9]00)/.test(weight)
  if (/^(?:B|STRONG|TH)$/.test(element.tagName)) return true
  return element !== cell && inBold(element.parentElement, cell)
}

/** Word's are paragraphs. */
const listItems = 'li, p[style*="mso-list:"], p[class^="MsoListParagraph"]'

const parts = 'p, div, li, br, h1, h2, h3, h4, h5, h6, dt, dd, pre, blockquote'

/** The words of a cell in one line: what stands one below the other there stays apart. */
function wordsOf(element: Element | null | undefined): string {
  if (!element) return ''
  const copy = element.cloneNode(true)
  if (!isElement(copy)) return ''
  for (const part of copy.querySelectorAll(parts)) {
    part.before(part.matches(listItems) ? ' • ' : ' ')
    part.after(' ')
  }
  return tidied(copy.textContent)
}

function isElement(node: Node): node is Element {
  return 'querySelectorAll' in node
}

function tidied(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}
