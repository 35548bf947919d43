import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLakeProcess } from '../local/lake-process.ts'
import { comparison, type Figure, type Line } from './lake/figure.ts'
import { copyFilledFolder } from './lake/filled-folder.ts'
import { measureCold } from './press/cold.ts'
import { benchSettings } from './press/settings.ts'
import { runTask } from './press/task.ts'

const small = { recaps: 1000, documents: 3000 }
const big = { recaps: 10_000, documents: 30_000 }

/** Pull and press, without pictures and search, with many recaps and, to compare, with a tenth of them. */
export async function measurePress(): Promise<Record<string, Line>> {
  const folder = mkdtempSync(join(tmpdir(), 'press-bench-'))
  try {
    const few = await measure(join(folder, 'small'), small)
    const many = await measure(join(folder, 'big'), big)
    return comparison(many, few)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(folder: string, content: typeof big): Promise<Figure[]> {
  const data = join(folder, 'lake')
  await copyFilledFolder(data, content)
  const lake = await startLakeProcess({ data, port: 0, allowedOrigins: [] })
  try {
    const env = benchSettings(lake, folder)
    return [
      ...(await runTask('pull', folder, env)),
      ...(await runTask('full', folder, env)),
      ...(await runTask('warm', folder, env)),
      ...(await measureCold(lake, folder, env)),
    ]
  } finally {
    await lake.stop()
  }
}
