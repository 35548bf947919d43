import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Plugin, rolldown } from 'rolldown'

/**
 * Puts `npm run press` into a few files. Packages stay where they are, but for zod, which has a hundred files.
 * @param file where the program is put; what it loads late lies beside it
 */
export async function compileProgram(file: string): Promise<void> {
  const bundle = await rolldown({
    // Not a part of what compiles it, but what is compiled.
    input: join(import.meta.dirname, '../build/program.ts'),
    platform: 'node',
    external: /^(?!zod$)[a-z@]/,
    plugins: [asIfInPlace],
  })
  await bundle.write({ dir: dirname(file), format: 'esm', entryFileNames: 'program.js' })
  await bundle.close()
}

/** What a source finds by where it lies, it finds there still: workers, programs, sources of its own. */
const asIfInPlace: Plugin = {
  name: 'as-if-in-place',
  transform: {
    filter: { id: /\.[jt]s$/, code: /import\.meta\.(?:url|dirname)/ },
    handler: (code, id) => ({
      code: code
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(id))),
    }),
  },
}
