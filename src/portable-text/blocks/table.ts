import type { TableBlock } from '../body.ts'
import { escapeHtml } from '../escape.ts'
import type { RenderOptions } from '../render-options.ts'
import { directionHtml, wordsHtml } from '../words-html.ts'

export function tableHtml({ caption, headerRow, rows }: TableBlock, options: RenderOptions): string {
  const head = headerRow ? rows[0] : undefined
  // Under an empty corner, the first column says what each row is about.
  const namesRows = head !== undefined && head.cells.length > 1 && isEmpty(head.cells[0])
  const title = caption ? `<caption><span>${wordsHtml(caption, options)}</span></caption>` : ''
  const header = head
    ? `<thead><tr>${head.cells.map((cell) => headCell(cell, 'col', options)).join(' ')}</tr></thead>`
    : ''
  const row = (cells: string[]) =>
    cells.map((cell, at) => (namesRows && at === 0 ? headCell(cell, 'row', options) : td(cell, options)))
  const content = (head ? rows.slice(1) : rows)
    .map(({ cells }) => `<tr>${row(cells).join(' ')}</tr>`)
    .join(' ')
  const name = escapeHtml(caption || options.words.body.table)
  // Focusable and named, because a wide table scrolls inside it and keyboards must be able to scroll too.
  return `<div class="table" role="region" aria-label="${name}" tabindex="0"><table>${title}${header}<tbody>${content}</tbody></table></div>`
}

function td(cell: string, options: RenderOptions): string {
  return `<td${directionHtml(cell)}>${wordsHtml(cell, options)}</td>`
}

/** An empty corner is no heading of anything. */
function headCell(cell: string, scope: 'col' | 'row', options: RenderOptions): string {
  return isEmpty(cell)
    ? '<td></td>'
    : `<th scope="${scope}"${directionHtml(cell)}>${wordsHtml(cell, options)}</th>`
}

function isEmpty(cell: string | undefined): boolean {
  return cell === undefined || cell.trim() === ''
}
