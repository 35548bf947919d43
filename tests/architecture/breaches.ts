import { basename } from 'node:path'
import { cycles } from './cycles.ts'
import type { Edge, Graph } from './graph.ts'
import { emptyNames, type Rule, rooms } from './rules.ts'

/** Everything that is wrong with a project's architecture, a sentence each. */
export function breaches(graph: Graph, rules: Rule[]): string[] {
  return [
    ...rules.flatMap((rule) => breachesOf(rule, graph.edges)),
    ...cycles(graph.edges.filter((edge) => !edge.typeOnly)).map((cycle) => `circle: ${cycle.join(' → ')}`),
    ...unknownRooms(graph).map((path) => `${path}: not a known room; add it to rooms and rules`),
    ...[...graph.files, ...graph.folders]
      .filter((path) => emptyNames.test(basename(path)))
      .map((path) => `${path}: name it after what is in it`),
    ...graph.barrels.map((path) => `${path}: only passes on what other files export; import those`),
    ...graph.unresolved.map((imported) => `${imported}: there is no such file`),
  ]
}

function breachesOf(rule: Rule, edges: Edge[]): string[] {
  return edges
    .filter(({ from, to, typeOnly }) => {
      const concerned = isIn(rule.from, from) && !isIn(rule.except ?? [], from)
      const forbidden = isIn(rule.never, to) && !isIn(rule.but ?? [], to)
      return concerned && forbidden && !(typeOnly && rule.typesAllowed)
    })
    .map(({ from, to }) => `${from} → ${to}: ${rule.because}`)
}

function isIn(places: string[], path: string): boolean {
  return places.some(
    (place) => path === place || path.startsWith(`${place}/`) || path.startsWith(`${place}:`),
  )
}

function unknownRooms({ folders }: Graph): string[] {
  return folders.filter((path) => /^src\/[^/]+$/.test(path) && !rooms.includes(basename(path)))
}
