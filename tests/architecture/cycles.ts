/** Circles in a graph, shortest first; of those that touch each other only one, since one mistake makes many. */
export function cycles(edges: { from: string; to: string }[]): string[][] {
  const targets = new Map<string, string[]>()
  for (const { from, to } of edges) targets.set(from, [...(targets.get(from) ?? []), to])
  const ways = [...targets.keys()]
    .sort()
    .map((start) => shortestWayRound(start, targets))
    .filter((way) => way !== undefined)
    .sort((a, b) => a.length - b.length)
  const told = new Set<string>()
  return ways.filter((way) => {
    if (way.some((node) => told.has(node))) return false
    for (const node of way) told.add(node)
    return true
  })
}

function shortestWayRound(start: string, targets: Map<string, string[]>): string[] | undefined {
  const cameFrom = new Map<string, string>()
  const queue = [start]
  for (const node of queue) {
    for (const next of targets.get(node) ?? []) {
      if (next === start) return [start, ...wayBack(node, start, cameFrom), start]
      if (cameFrom.has(next)) continue
      cameFrom.set(next, node)
      queue.push(next)
    }
  }
  return undefined
}

function wayBack(end: string, start: string, cameFrom: Map<string, string>): string[] {
  const way: string[] = []
  for (let node: string | undefined = end; node !== undefined && node !== start; node = cameFrom.get(node)) {
    way.unshift(node)
  }
  return way
}
