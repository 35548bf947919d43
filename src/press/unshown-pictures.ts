import { facts } from '../site/facts.ts'
import type { Output, OutputState } from './output-state.ts'
import { assetOf } from './pictures.ts'
import type { Plan } from './plan.ts'

/** The key of a piece that is a picture: its name alone says from what it was made. */
export const pictureKey = 'picture'

/**
 * Files of pictures that nothing shows any longer after a run.
 * @param outputs those that the run has looked at, as they are now
 */
export function unshownPictures(plan: Plan, outputs: readonly Output[], state: OutputState): string[] {
  const shown = new Set(outputs.flatMap(({ pictures }) => pictures))
  if (!plan.change)
    return [...state.pieces()]
      .filter(([file, key]) => key === pictureKey && !shown.has(file))
      .map(([file]) => file)

  const looked = new Set([...outputs.map(({ file }) => file), ...plan.goneFiles])
  const before = new Set([...looked].flatMap((file) => state.output(file)?.pictures ?? []))
  const isShownElsewhere = (picture: string) =>
    filesThatShow(picture, state).some((file) => !looked.has(file))
  return [...before].filter((picture) => !shown.has(picture) && !isShownElsewhere(picture))
}

/** Files of the outputs that show a picture. */
export function filesThatShow(picture: string, state: OutputState): string[] {
  // Whoever shows a picture has read its asset, so these are all who might.
  return [...state.readersOf([facts.document(assetOf(picture))])].filter((file) =>
    state.output(file)?.pictures.includes(picture),
  )
}
