import type { ChildProcessByStdio } from 'node:child_process'
import type { Readable } from 'node:stream'

/**
 * Waits for a program to end.
 * @returns its exit code, null where a signal ended it, and the last it had to say, in at most 4,000 characters
 */
export async function ended(
  child: ChildProcessByStdio<null, Readable, Readable>,
): Promise<{ code: number | null; said: string }> {
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said = (said + chunk).slice(-4000)
    })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  return { code, said }
}
