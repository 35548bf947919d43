import { fileURLToPath, pathToFileURL } from 'node:url'
import type { AstroIntegration, AstroIntegrationLogger } from 'astro'
import type { Plugin, Rolldown } from 'vite'
import { environmentOf, readSettings, type Settings } from '../env.ts'
import { closeIndexer } from '../search/build-index.ts'
import { templateComponents } from '../site/template-components.ts'
import { asFailure } from '../system-failure.ts'
import { loadBundle } from './bundle.ts'
import { finishCompiling, unfinishedFolders } from './bundle-folders.ts'
import { templateMistakes } from './check-template.ts'
import { openEditions } from './editions.ts'
import { codeFingerprint } from './fingerprint.ts'
import { editionLines, progressLog } from './report.ts'

/**
 * Lets `astro build` write the whole site: Astro compiles the pages into a server bundle, which then renders every
 * address whose view has changed into the output folder.
 * @param compileOnly stop after compiling, for a program that drives the press itself
 */
export function pressAdapter({ compileOnly = false } = {}): AstroIntegration {
  let build: { settings: Settings | undefined; root: string; fingerprint: string } | undefined
  let outDir = ''

  return {
    name: 'press',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig, logger }) => {
        if (command !== 'build') return
        const root = fileURLToPath(config.root).replace(/[\\/]$/, '')
        const settings = compileOnly ? undefined : orExplain(logger, () => readSettings(environmentOf(root)))
        const fingerprint = codeFingerprint(root)
        const folders = unfinishedFolders(root, fingerprint)
        build = { settings, root, fingerprint }
        updateConfig({
          build: { client: pathToFileURL(`${folders.client}/`), server: pathToFileURL(`${folders.server}/`) },
          // The output folder belongs to the press, which knows what in it is still good.
          vite: {
            plugins: [templateCheck],
            build: {
              emptyOutDir: false,
              // The content policy lets no script run that stands in a page.
              assetsInlineLimit: 0,
              rolldownOptions: { onLog: withoutKnownNoise },
            },
            // Packages go into the bundle, all but what is not JavaScript: a hundred files fewer to look for and read
            // whenever a program, or a thread of one, renders its first page.
            ssr: { noExternal: true, external: ['sharp'] },
          },
        })
      },
      'astro:config:done': ({ config, setAdapter }) => {
        outDir = fileURLToPath(config.outDir)
        setAdapter({
          name: 'press',
          entrypointResolution: 'auto',
          serverEntrypoint: new URL('./entry.ts', import.meta.url),
          adapterFeatures: { buildOutput: 'server' },
          supportedAstroFeatures: {
            serverOutput: 'stable',
            staticOutput: 'stable',
            sharpImageService: 'stable',
          },
        })
      },
      'astro:build:done': async ({ logger }) => {
        if (build === undefined) return
        finishCompiling(build.root, build.fingerprint)
        if (build.settings === undefined) return
        const { settings, root, fingerprint } = build
        const bundle = loadBundle(root, fingerprint)
        const editions = orExplain(logger, () =>
          openEditions({
            settings,
            bundle,
            root,
            outDir,
            onProgress: progressLog((line) => logger.info(line)),
          }),
        )
        try {
          const edition = await editions.bringUpToDate({ pulling: { way: 'whole' } })
          const { indexed } = await editions.updateSearch()
          for (const line of editionLines(edition)) logger.info(line)
          logger.info(indexed > 0 ? `Search: ${indexed} recaps indexed.` : 'Search: nothing to do.')
        } catch (error) {
          explain(logger, error)
        } finally {
          await editions.close()
          await closeIndexer()
        }
      },
    },
  }
}

function orExplain<T>(logger: AstroIntegrationLogger, attempt: () => T): T {
  try {
    return attempt()
  } catch (error) {
    return explain(logger, error)
  }
}

/** Ends the build with what a person can do about it; Astro itself would print a stack. */
function explain(logger: AstroIntegrationLogger, error: unknown): never {
  const failure = asFailure(error)
  if (!failure) throw error
  logger.error(failure.message)
  logger.error(failure.hint)
  process.exit(1)
}

/** Ends the build at a mistake in a template, with the file and the line. */
const templateCheck: Plugin = {
  name: 'template-check',
  enforce: 'pre',
  transform: {
    filter: { id: /\/content\/templates\/[^/]+\.mdx$/ },
    handler(source, id) {
      const [mistake] = templateMistakes(source, templateComponents)
      if (!mistake) return
      const { line, column, message } = mistake
      this.error({ message, id, loc: { file: id, line, column } })
    },
  },
}

type OnLog = NonNullable<Rolldown.InputOptions['onLog']>

/** Astro marks MDX modules with a directive that the bundler keeps, but warns that it might not. */
function withoutKnownNoise(...[level, log, next]: Parameters<OnLog>): void {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') next(level, log)
}
