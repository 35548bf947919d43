import { defineCliConfig } from 'sanity/cli'
import { calm } from './build/calm.ts'
import { hostedProject } from './build/hosted-project.ts'
import { readLayouts } from './build/layouts.ts'

const hosted = hostedProject()

export default defineCliConfig({
  api: { projectId: hosted.projectId, dataset: hosted.dataset },
  deployment: { autoUpdates: false },
  // Where scripts/check/studio-types.ts puts them.
  typegen: {
    path: '../.cache/check/studio-types/queries.ts',
    schema: '../.cache/check/studio-types/schema.json',
    generates: '../.cache/check/studio-types/studio.ts',
    overloadClientMethods: false,
  },
  reactStrictMode: false,
  vite: (config) => ({
    ...config,
    define: {
      ...config.define,
      __HOSTED_PROJECT__: JSON.stringify(hosted),
      __LAYOUTS__: JSON.stringify(readLayouts()),
    },
    plugins: [...(config.plugins ?? []), calm({ dashboard: Boolean(hosted.projectId) })],
  }),
})
