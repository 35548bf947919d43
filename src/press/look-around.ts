import { indexFolder } from '../search/search-index.ts'
import { marker } from './adopt-folder.ts'
import { filesBelow } from './files.ts'
import type { OutputState } from './output-state.ts'
import { stageFolder } from './stage.ts'

/** How the files in an output folder differ from what the press knows that it has put there. */
export type Look = {
  existing: ReadonlySet<string>
  /** Addresses of pages whose files are not there. */
  missingPages: string[]
  missingPieces: Set<string>
  /** Files that nobody knows. */
  strays: string[]
  isAmiss: boolean
}

export function lookAround(outDir: string, state: OutputState): Look {
  const own = (file: string) =>
    file !== marker && !file.startsWith(`${indexFolder}/`) && !file.startsWith(`${stageFolder}/`)
  const existing = new Set(filesBelow(outDir).filter(own))
  const outputs = state.outputs()
  const pieces = state.pieces()
  const missingPages = [...outputs.values()].filter(({ file }) => !existing.has(file)).map(({ path }) => path)
  const missingPieces = new Set([...pieces.keys()].filter((file) => !existing.has(file)))
  const strays = [...existing].filter((file) => !outputs.has(file) && !pieces.has(file))
  const isAmiss = missingPages.length + missingPieces.size + strays.length > 0
  return { existing, missingPages, missingPieces, strays, isAmiss }
}
