import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { z } from 'zod'

/** What Pagefind writes besides: search boxes of its own, which the site does not use. */
const unused = /^pagefind-(ui|modular-ui|component-ui|highlight)\.(js|css)$/

/** Programs that all indexes share, so that a browser loads them once. */
const shared = /^(pagefind\.js|wasm\..+\.pagefind)$/

/** Pagefind asks for `wasm.${wasm}.pagefind` in the index's own folder, where `wasm` is what its entry says. */
const outOfFolder = '/../../'

const entryFile = 'pagefind-entry.json'
const entryShape = z.looseObject({
  languages: z.record(z.string(), z.looseObject({ wasm: z.string().nullish() })),
})

const fragment = z.object({ url: z.string() })

/** Before everything that Pagefind has compressed. */
const signature = 'pagefind_dcd'

const unzip = promisify(gunzip)

/**
 * Takes out of a folder, as Pagefind has written it, what is not used or is shared.
 * @param root where the shared programs belong
 * @returns a name for the folder that says what is in it
 */
export async function finishFolder(folder: string, root: string): Promise<string> {
  for (const file of await readdir(folder)) {
    if (unused.test(file)) await rm(join(folder, file))
    if (shared.test(file)) await share(join(folder, file), join(root, file))
  }
  const entry = await readEntry(folder)
  for (const language of Object.values(entry.languages))
    language.wasm = `${outOfFolder}wasm.${language.wasm ?? 'unknown'}`
  await writeFile(join(folder, entryFile), JSON.stringify(entry))
  return contentName(folder)
}

/** True for a folder in which there is an index, as far as can be told quickly. */
export function isIndex(folder: string): boolean {
  return existsSync(join(folder, entryFile))
}

/** Removes shared programs that none of these indexes needs: those for another language, say. */
export async function keepPrograms(root: string, folders: readonly string[]): Promise<void> {
  const kept = await programsOf(root, folders)
  for (const file of await readdir(root))
    if (shared.test(file) && !kept.includes(file)) await rm(join(root, file))
}

/** Files of the shared programs that these indexes need. */
export async function programsOf(root: string, folders: readonly string[]): Promise<string[]> {
  const entries = await Promise.all(folders.map((folder) => readEntry(join(root, folder))))
  const programs = entries.flatMap(({ languages }) =>
    Object.values(languages).map(({ wasm }) => `${wasm?.replace(outOfFolder, '')}.pagefind`),
  )
  return folders.length === 0 ? [] : ['pagefind.js', ...programs]
}

/** The shared program is replaced only when it is another one, and then whole. */
async function share(from: string, to: string): Promise<void> {
  const isThere = existsSync(to) && (await readFile(from)).equals(await readFile(to))
  await (isThere ? rm(from) : rename(from, to))
}

async function readEntry(folder: string): Promise<z.infer<typeof entryShape>> {
  return entryShape.parse(JSON.parse(await readFile(join(folder, entryFile), 'utf8')))
}

async function contentName(folder: string): Promise<string> {
  const hash = createHash('sha256')
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((found) => found.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  for (const file of files.sort())
    hash.update(`\0${file.slice(folder.length)}\0`).update(await readFile(file))
  return hash.digest('hex').slice(0, 16)
}

/** The ids of all results that an index can give, by the address of their page. */
export async function resultsIn(folder: string): Promise<Map<string, string>> {
  const fragments = join(folder, 'fragment')
  const results = new Map<string, string>()
  if (!existsSync(fragments)) return results
  for (const file of await readdir(fragments)) {
    const text = (await unzip(await readFile(join(fragments, file)))).toString()
    const { url } = fragment.parse(JSON.parse(text.slice(signature.length)))
    results.set(url, file.replace(/\.pf_fragment$/, ''))
  }
  return results
}
