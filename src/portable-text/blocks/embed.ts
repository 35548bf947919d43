import type { EmbedBlock } from '../body.ts'
import { escapeHtml } from '../escape.ts'
import { type Player, playerOf } from '../players.ts'
import type { RenderOptions } from '../render-options.ts'
import { wordsHtml } from '../words-html.ts'

/**
 * A card that leads to what is embedded. A video's says where its player is, which a script of the page puts in its
 * place when a reader clicks: nothing of a third party is loaded before, and without the script it is a link.
 */
export function embedHtml({ url, title }: EmbedBlock, options: RenderOptions): string {
  const player = playerOf(url)
  const name = title ? wordsHtml(title, options) : escapeHtml(url)
  if (!player)
    return `<p class="embed"><a href="${escapeHtml(url)}"><b>${name}</b> <span>${hostOf(url)}</span></a></p>`
  return videoHtml(url, name, player, options)
}

function videoHtml(url: string, name: string, player: Player, { words, absolute }: RenderOptions): string {
  const { site, address } = player
  const about = `<b>${name}</b> <span>${escapeHtml(words.body.plays(site))}</span>`
  if (absolute) return `<p><a href="${escapeHtml(url)}">${about}</a></p>`
  return `<p class="embed video"><a href="${escapeHtml(url)}" data-player="${escapeHtml(address)}">${about} <small>${escapeHtml(words.body.playsHint(site))}</small></a></p>`
}

function hostOf(url: string): string {
  return escapeHtml(new URL(url).hostname.replace(/^(?:www|m)\./, ''))
}
