import { keysOf } from '../site/page-key.ts'
import type { Site } from '../site/site.ts'
import type { Bundle } from './bundle.ts'
import type { MadeOutput } from './output-state.ts'
import { pageLinks } from './page-links.ts'
import { picturesIn } from './pictures.ts'
import { fileOf, type Renderer, render } from './render.ts'
import type { Stage } from './stage.ts'

/** What an address was asked for: its address and, where its file is there already, from what that was made. */
export type Wish = { path: string; key: string | undefined }

/** What became of an address. */
export type Made = {
  /** With the pictures of what lies on the stage; without any where the file may stay as it is. */
  output: MadeOutput
  /** Where the new file lies until it is put in its place; undefined where the old one may stay. */
  staged: string | undefined
  /** What it asks for in vain: a template that is not there. Nothing was rendered then. */
  lost: { title: string; template: string } | undefined
  /** Addresses of the site that it links to, those only that this maker has not told before. */
  links: string[]
}

/** Makes pages from views: looks at each address, and renders it where it shows something else than before. */
export type Maker = (wish: Wish) => Promise<Made>

export type MakerInput = {
  site: Site
  bundle: Pick<Bundle, 'fingerprint'>
  renderer: Renderer
  templates: readonly string[]
  stage: Stage
}

export function createMaker({ site, bundle, renderer, templates, stage }: MakerInput): Maker {
  const told = new Set<string>()
  return async ({ path, key: keyBefore }) => {
    const facts = new Set<string>()
    const notices = new Set<string>()
    const view = site.view(path, {
      read: (fact) => facts.add(fact),
      notice: (text) => notices.add(text),
    })
    if (!view) throw new Error(`Nothing stands at ${path}, which the site itself has named.`)
    const { page: key, searched: searchKey } = keysOf(view, bundle.fingerprint)
    const output = {
      file: fileOf(path),
      path,
      key,
      searchKey,
      facts: JSON.stringify([...facts]),
      pictures: [],
      notices: [...notices],
    }
    const asItWas: Made = { output, staged: undefined, lost: undefined, links: [] }
    if (key === keyBefore) return asItWas
    if (view.kind === 'recap' && !templates.includes(view.template))
      return { ...asItWas, lost: { title: view.title, template: view.template } }

    const content = await render(path, view, renderer)
    if (typeof content !== 'string') return { ...asItWas, staged: stage.put(content) }
    return {
      output: { ...output, pictures: picturesIn(content) },
      staged: stage.put(content, keyBefore === undefined && path.endsWith('/') && path !== '/'),
      lost: undefined,
      links: pageLinks(path, content, told),
    }
  }
}
