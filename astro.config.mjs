import mdx from '@astrojs/mdx'
import { defineConfig } from 'astro/config'
import { pressAdapter } from './src/press/integration.ts'

export default defineConfig({
  output: 'server',
  adapter: pressAdapter(),
  integrations: [mdx()],
  trailingSlash: 'always',
  session: false,
})
