import type { TableBlock } from '../body.ts'
import { escapeHtml } from '../escape.ts'

export function tableHtml({ caption, headerRow, rows }: TableBlock): string {
  const head = headerRow ? rows[0] : undefined
  const title = caption ? `<caption>${escapeHtml(caption)}</caption>` : ''
  const header = head ? `<thead><tr>${head.cells.map(headCell).join(' ')}</tr></thead>` : ''
  const content = (head ? rows.slice(1) : rows)
    .map((row) => `<tr>${row.cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join(' ')}</tr>`)
    .join(' ')
  // Focusable and named, because a wide table scrolls inside it and keyboards must be able to scroll too.
  return `<div class="table" role="region" aria-label="${escapeHtml(caption || 'Table')}" tabindex="0"><table>${title}${header}<tbody>${content}</tbody></table></div>`
}

/** An empty corner is no heading of anything. */
function headCell(cell: string): string {
  return cell.trim() === '' ? '<td></td>' : `<th scope="col">${escapeHtml(cell)}</th>`
}
