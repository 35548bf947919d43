import { readFileSync } from 'node:fs'

const fields = { now: 'VmRSS', peak: 'VmHWM' } as const

/** What a process holds in memory, in megabytes of a million bytes; NaN where the system has no /proc. */
export function memoryOf(pid: number, when: keyof typeof fields): number {
  const line = new RegExp(`^${fields[when]}:\\s+(\\d+) kB`, 'm').exec(statusOf(pid))
  return line ? (Number(line[1]) * 1024) / 1e6 : Number.NaN
}

function statusOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return ''
  }
}
