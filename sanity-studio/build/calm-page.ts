import { type Edit, edit } from './edit.ts'

// A Studio on a local lake is in no dashboard, even if the same build serves a hosted project too.
const bridgeWhereHosted = `<script type="module">
if (!document.getElementById('local-lake')) {
  const bridge = document.createElement('script')
  Object.assign(bridge, { src: 'https://core.sanity-cdn.com/bridge.js', type: 'module', async: true })
  bridge.dataset.sanityCore = ''
  document.head.append(bridge)
}
</script>`

const bridge = {
  what: 'the bridge to Sanity’s dashboard',
  pattern: /<script[^>]*src="https:\/\/core\.sanity-cdn\.com\/bridge\.js"[^>]*><\/script>/,
}

const edits: Edit[] = [
  {
    what: 'fonts from Sanity’s servers in its page',
    pattern: /@font-face\s*\{[^}]*sanity\.io[^}]*\}\s*/g,
    replacement: '',
  },
  {
    what: 'the title “Sanity Studio”',
    pattern: /<title>[^<]*<\/title>/,
    replacement: '<title>Last Orders</title>',
  },
  {
    what: 'a limit to zooming, which people who see badly need',
    pattern: /,\s*maximum-scale=1/,
    replacement: '',
  },
  {
    what: 'Sanity’s own icon before ours',
    pattern: /<link href="[^"]*favicon\.ico"[^>]*>/,
    replacement: '',
  },
]

type Options = { dashboard: boolean; warn: (what: string) => void }

/** The Studio's index.html with what is ours in place of Sanity's. Calls `warn` for what it did not find. */
export function calmPage(html: string, { dashboard, warn }: Options): string {
  const changes = [...edits, { ...bridge, replacement: dashboard ? bridgeWhereHosted : '' }]
  return changes.reduce((text, change) => {
    const result = edit(text, change)
    if (result === text) warn(change.what)
    return result
  }, html)
}
