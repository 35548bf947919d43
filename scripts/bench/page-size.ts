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
    const pages = recaps.map(({ name }) => compressed(join(out, 'recaps', name, 'index.html')))
    const styles = readdirSync(join(out, '_astro')).filter((file) => file.endsWith('.css'))
    const css = styles.reduce((sum, file) => sum + compressed(join(out, '_astro', file)), 0)
    const html = Math.max(...pages)
    return {
      'HTML of the longest recap': `${html} bytes`,
      CSS: `${css} bytes`,
      'HTML and CSS (goal: under 15 KB)': `${((html + css) / 1000).toFixed(1)} KB`,
    }
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

function compressed(file: string): number {
  return gzipSync(readFileSync(file), { level: 9 }).length
}
