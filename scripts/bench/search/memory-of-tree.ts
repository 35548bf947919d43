import { readFileSync } from 'node:fs'
import { memoryOf } from '../lake/memory.ts'

/** Watches a process and those that it has started. @returns what ends watching and gives their peak in megabytes */
export function watchMemory(pid: number): () => number {
  const peaks = new Map<number, number>()
  const look = () => {
    for (const member of [pid, ...childrenOf(pid)]) {
      const peak = memoryOf(member, 'peak')
      if (peak > 0) peaks.set(member, peak)
    }
  }
  const timer = setInterval(look, 50)
  return () => {
    clearInterval(timer)
    return [...peaks.values()].reduce((sum, peak) => sum + peak, 0)
  }
}

function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}
