import type { EmbedBlock } from '../body.ts'
import { escapeHtml } from '../escape.ts'

const players = new Map([
  ['youtube.com', 'Video on YouTube'],
  ['youtu.be', 'Video on YouTube'],
  ['vimeo.com', 'Video on Vimeo'],
])

/** A card that leads to what is embedded. Nothing of a third party is loaded before the reader follows it. */
export function embedHtml({ url, title }: EmbedBlock): string {
  const host = new URL(url).hostname.replace(/^(?:www|m|player)\./, '')
  const player = players.get(host)
  const kind = player ? ' class="embed video"' : ' class="embed"'
  return `<p${kind}><a href="${escapeHtml(url)}"><b>${escapeHtml(title || url)}</b> <span>${escapeHtml(player ?? host)}</span></a></p>`
}
