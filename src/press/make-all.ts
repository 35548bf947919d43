import { Failure } from '../failure.ts'
import type { Fact } from '../site/facts.ts'
import { makeWithCrew } from './crew.ts'
import { createMaker, type Made, type Wish } from './maker.ts'
import { factsOf, type OutputState } from './output-state.ts'
import { type MadePicture, makePictures } from './pictures.ts'
import type { Plan } from './plan.ts'
import type { PressOptions } from './press.ts'
import { createShareCardDrawer } from './share-card.ts'
import { openStage } from './stage.ts'
import { filesThatShow, pictureKey } from './unshown-pictures.ts'

/** Everything that a run has made; nothing of it is in its place yet. */
export type MadeRun = {
  /** By address. */
  pages: ReadonlyMap<string, Made>
  pictures: MadePicture[]
  /** Addresses of the site that the new pages link to. */
  links: ReadonlySet<string>
}

/**
 * Makes the pages of a plan and the pictures that they show. Where no picture can be made of an asset, the pages that
 * show it are made again without.
 * @throws Failure where a page cannot be made
 */
export async function makeAll(plan: Plan, options: PressOptions, state: OutputState): Promise<MadeRun> {
  const pages = new Map<string, Made>()
  const pictures: MadePicture[] = []
  const drawnFiles = new Set<string>()
  const links = new Set<string>()
  const templates = await options.bundle.templateNames()
  const make = createPageMaking(plan, options, templates)

  let wishes = plan.wishes
  do {
    const made = await make(wishes)
    refuseLost(made, templates)
    for (const page of made) {
      pages.set(page.output.path, page)
      for (const link of page.links) links.add(link)
    }
    const wanted = picturesToMake(made, plan, state).filter((file) => !drawnFiles.has(file))
    const { made: drawn, broken } = await makePictures(wanted, options.cacheDir, options.originals, (done) =>
      options.onProgress?.('Making pictures', done, wanted.length),
    )
    pictures.push(...drawn)
    for (const file of wanted) drawnFiles.add(file)
    for (const [asset, reason] of broken) plan.broken.set(asset, reason)
    // For the site it is as if the assets had changed.
    const { touched } = plan.site.change(broken.keys(), plan.now)
    wishes = wishesFor(touched, pages, state)
  } while (wishes.length > 0)
  return { pages, pictures, links }
}

function createPageMaking(plan: Plan, options: PressOptions, templates: string[]) {
  const { bundle, siteUrl, outDir, worthACrew = 2000 } = options
  const make = createMaker({
    site: plan.site,
    bundle,
    renderer: {
      renderPage: bundle.renderPage,
      drawShareCard: createShareCardDrawer(options.cacheDir, options.originals),
    },
    templates,
    stage: openStage(outDir, 'main'),
  })
  return async (wishes: readonly Wish[]): Promise<Made[]> => {
    const tell = (done: number) => options.onProgress?.('Rendering pages', done, wishes.length)
    if (wishes.length >= worthACrew) {
      const { mirrorFile, picturesAreFiles, imageOrigin, drawsShareCards = false, root, cacheDir } = options
      const { fingerprint } = bundle
      const look = { siteUrl, picturesAreFiles, imageOrigin, drawsShareCards }
      const task = { root, fingerprint, mirrorFile, outDir, cacheDir, ...look }
      return makeWithCrew(
        { ...task, position: plan.position, now: plan.now, broken: new Set(plan.broken.keys()) },
        wishes,
        tell,
      )
    }
    const made: Made[] = []
    for (const wish of wishes) {
      made.push(await make(wish))
      tell(made.length)
    }
    return made
  }
}

/** Every recap must name a template that is there. @throws Failure that names the recaps and the templates there are */
function refuseLost(made: readonly Made[], templates: readonly string[]): void {
  const lost = made.flatMap(({ lost }) => lost ?? [])
  if (lost.length === 0) return
  const list = lost.map(({ title, template }) => `  “${title}” asks for “${template}”`)
  throw new Failure(
    `Some recaps ask for a template that is not in content/templates:\n${list.join('\n')}`,
    `Put the file back, or choose one of these in the Studio: ${templates.join(', ')}.`,
  )
}

/** Files of pictures that new pages show, or pages that stay as they are, and that do not lie in the output folder. */
function picturesToMake(made: readonly Made[], plan: Plan, state: OutputState): string[] {
  const fresh = made.filter(({ staged }) => staged !== undefined)
  const shown = new Set(fresh.flatMap(({ output }) => output.pictures))
  const isAnew = new Set([...fresh.map(({ output }) => output.file), ...plan.goneFiles])
  return [
    ...[...shown].filter((file) => !plan.missingPieces.has(file) && state.piece(file) === undefined),
    ...[...plan.missingPieces].filter(
      (file) =>
        state.piece(file) === pictureKey &&
        (shown.has(file) || filesThatShow(file, state).some((page) => !isAnew.has(page))),
    ),
  ]
}

/** What has read one of these facts, to be made again in any case. */
function wishesFor(touched: ReadonlySet<Fact>, pages: ReadonlyMap<string, Made>, state: OutputState): Wish[] {
  if (touched.size === 0) return []
  const paths = new Set<string>()
  for (const { output } of pages.values())
    if (factsOf(output).some((fact) => touched.has(fact))) paths.add(output.path)
  for (const file of state.readersOf(touched)) {
    const path = state.output(file)?.path
    if (path !== undefined) paths.add(path)
  }
  return [...paths].map((path) => ({ path, key: undefined }))
}
