import type { Plugin } from 'vite'
import { calmPage } from './calm-page.ts'
import { studioEdits } from './calm-studio.ts'
import { type Edit, edit } from './edit.ts'
import { publishingEdits } from './publishing-edits.ts'

const remoteFonts: Edit = {
  what: 'fonts from Sanity’s servers (the system’s own take their place)',
  pattern: /@font-face\s*\{[^}]*sanity\.io[^}]*\}/g,
  replacement: '',
}

const sanityEdits = [...studioEdits, ...publishingEdits]

/**
 * Keeps the built Studio from asking anything of the internet that is not the organisers' own project, and
 * mends how it publishes. What it removes belongs to the pinned version of `sanity`: where it no longer finds
 * something to remove, the build says so. `dashboard` keeps the bridge that Sanity's dashboard needs.
 */
export function calm({ dashboard }: { dashboard: boolean }): Plugin {
  const missing = new Set([remoteFonts, ...sanityEdits])
  const apply = (text: string, change: Edit) => {
    const result = edit(text, change)
    if (result !== text) missing.delete(change)
    return result
  }

  return {
    name: 'last-orders:calm',
    apply: 'build',
    transform: {
      filter: { id: /\/(?:sanity|@sanity\/mutator)\/lib\/[^/]+\.js$/ },
      handler(code) {
        const result = sanityEdits.reduce(apply, code)
        return result === code ? null : { code: result, map: null }
      },
    },
    generateBundle: {
      // After Sanity's own plugin, which adds index.html here.
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type !== 'asset' || typeof file.source !== 'string') continue
          if (file.fileName.endsWith('.css')) file.source = apply(file.source, remoteFonts)
          if (file.fileName === 'index.html') file.source = calmPage(file.source, { dashboard, warn })
        }
        for (const { what } of missing) warn(what)
      },
    },
  }
}

// Sanity silences Vite's own warnings.
function warn(what: string) {
  console.warn(`The built Studio still contains ${what}. See sanity-studio/build/calm.ts.`)
}
