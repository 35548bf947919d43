import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { runToEnd } from './run-to-end.ts'

/** HTML and CSS of the longest page of the sample, as a server sends them compressed by gzip. */
export async function measurePageSizes(): Promise<Record<string, string>> {
  const out = mkdtempSync(join(tmpdir(), 'pages-'))
  try {
    await runToEnd('npm', ['run', 'build', '--', '--sample', '--out', out])
    const recaps = readdirSync(join(out, 'recaps'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    )
    const sizes = recaps.map(({ name }) => {
      const html = readFileSync(join(out, 'recaps', name, 'index.html'), 'utf8')
      const styles = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) =>
        compressed(readFileSync(join(out, href))),
      )
      return { html: compressed(html), css: styles.reduce((sum, size) => sum + size, 0) }
    })
    const { html, css } = sizes.reduce((a, b) => (a.html + a.css > b.html + b.css ? a : b))
    return {
      'HTML of the longest recap': `${html} bytes`,
      CSS: `${css} bytes`,
      'HTML and CSS (goal: under 15 KB)': `${((html + css) / 1000).toFixed(1)} KB`,
    }
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

function compressed(content: string | Uint8Array): number {
  return gzipSync(content, { level: 9 }).length
}
