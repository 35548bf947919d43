import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  // A type that a file both uses and exports says what its functions take and return.
  ignoreExportsUsedInFile: { type: true, interface: true },
  compilers: { css: importsOfCss },
  workspaces: {
    '.': {
      entry: [
        'scripts/{start,build}.ts',
        'scripts/*/main.ts',
        'scripts/check/{provide-browser,build-studio,studio-types}.ts',
        // Named by the adapter as a URL.
        'src/press/entry.ts',
        // Read by a loader.
        'content/**/*.mdx',
      ],
      project: [
        '*.{ts,mjs}',
        '{src,scripts,tests,content}/**/*.{ts,astro,mdx,css}',
        '!tests/fixtures/architecture/**',
        '!tests/agreement/**',
      ],
      ignoreDependencies: [
        // Programs that scripts/check/steps.ts names.
        '@astrojs/check',
        '@biomejs/biome',
        // The Studio's, whose schema is tested here.
        'sanity',
      ],
      // Installs a browser where it is there; the Studio's own, run in its folder.
      ignoreBinaries: ['apt-get', 'sanity'],
    },
  },
}

/** Other style sheets, and files of packages: fonts, say. */
function importsOfCss(text: string): string {
  const addresses = text.matchAll(/(?:@import\s+|url\()['"]?([^'")\s]+)/g)
  return [...addresses]
    .map(([, address = '']) => address)
    .filter((address) => !/^(\/|#|\w+:)/.test(address))
    .map((address) => `import '${address}'`)
    .join('\n')
}

export default config
