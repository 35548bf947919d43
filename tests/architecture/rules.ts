/** Every folder directly in src. A new one has to be added here, and to the rules below. */
export const rooms = [
  'cms',
  'components',
  'feeds',
  'layouts',
  'pages',
  'portable-text',
  'press',
  'search',
  'site',
  'styles',
  'words',
]

const looks = ['src/pages', 'src/layouts', 'src/components']

/**
 * Which way dependencies run. `from` (`except` some) do not import `never` (`but` some). These are folders, files,
 * packages or kinds of module: `astro` is the package, what is in it, and `astro:content`.
 */
export const rules: Rule[] = [
  {
    from: ['src'],
    never: ['scripts', 'tests', 'sanity-studio'],
    because: 'programs and tests import src, never the reverse',
  },
  { from: ['scripts'], never: ['tests'], because: 'tests import programs, never the reverse' },
  { from: ['scripts'], never: ['sanity-studio'], because: 'the Studio is built and served, not imported' },
  {
    from: ['sanity-studio'],
    never: ['src', 'scripts', 'tests', 'content'],
    because: 'the Studio stands alone',
  },
  { from: ['src'], except: ['src/cms'], never: ['@sanity/client'], because: 'only src/cms knows Sanity' },
  {
    from: ['src/site', 'src/portable-text', 'src/feeds', 'src/cms'],
    never: ['astro', '@astrojs'],
    because: 'what can be tested without Astro does not import it',
  },
  {
    from: ['src/site', 'src/portable-text', 'src/feeds', 'src/search'],
    never: ['src/cms'],
    typesAllowed: true,
    because: 'pure rooms know the shape of documents, not where they come from',
  },
  {
    from: ['src/cms'],
    never: [...looks, 'src/site', 'src/press', 'src/feeds', 'src/search'],
    because: 'documents are pulled without knowing what is made of them',
  },
  {
    from: ['src/site', 'src/portable-text'],
    never: [...looks, 'src/press', 'src/feeds', 'src/search'],
    because: 'views are made without knowing who shows them',
  },
  {
    from: ['src/portable-text'],
    never: ['src/site'],
    typesAllowed: true,
    because: 'the site uses Portable Text',
  },
  {
    from: ['src/feeds', 'src/search'],
    never: [...looks, 'src/press'],
    because: 'feeds and search are made from the site',
  },
  {
    from: ['src/press'],
    never: looks,
    because: 'the press renders routes, and reaches pages only through Astro',
  },
  {
    from: [...looks, 'content'],
    never: ['src/cms', 'src/press'],
    because: 'a page sees its view and nothing else',
  },
  {
    from: [...looks, 'content'],
    never: ['src/site'],
    but: ['src/site/paths.ts', 'src/site/views/view.ts'],
    typesAllowed: true,
    because: 'pages and components show a view, and make none',
  },
  {
    from: ['src/words'],
    never: [
      'astro',
      '@astrojs',
      'src/cms',
      ...looks,
      'src/feeds',
      'src/portable-text',
      'src/press',
      'src/search',
      'src/site',
    ],
    typesAllowed: true,
    because: 'words are used by all and use nobody',
  },
  { from: ['src/components', 'src/layouts'], never: ['src/pages'], because: 'pages use components' },
  { from: ['src/components'], never: ['src/layouts'], because: 'layouts use components' },
]

/** Names that say nothing about what is inside. */
export const emptyNames = /^(utils?|helpers?|common|misc|shared|lib|types)(\.\w+)?$/

export type Rule = {
  from: string[]
  except?: string[]
  never: string[]
  but?: string[]
  typesAllowed?: boolean
  because: string
}
