/** Where a template uses what there is not; line and column count from 1. */
export type TemplateMistake = { line: number; column: number; message: string }

/**
 * The components of a template that are neither known nor imported by it. MDX itself only notices them when a page is
 * rendered, and then names neither file nor line.
 */
export function templateMistakes(source: string, known: readonly string[]): TemplateMistake[] {
  const imported = new Set(
    [...source.matchAll(/^import\s[^'"]*?(\b[A-Z]\w*)[^'"]*from/gm)].map(([, name]) => name),
  )
  return withoutWhatIsOnlyShown(source)
    .split('\n')
    .flatMap((text, at) =>
      [...text.matchAll(/<\/?([A-Z][\w.]*)/g)].flatMap(({ 1: name = '', index }) =>
        known.includes(name) || imported.has(name)
          ? []
          : [{ line: at + 1, column: index + 1, message: unknownComponent(name, known) }],
      ),
    )
}

function unknownComponent(name: string, known: readonly string[]): string {
  return `There is no component <${name}>. A template may use ${known.map((one) => `<${one}>`).join(', ')}; content/templates/README.md explains each.`
}

/** Front matter, code and comments, blanked so that lines and columns stay what they are. */
function withoutWhatIsOnlyShown(source: string): string {
  return source.replace(
    /^---\r?\n[\s\S]*?\n---|^(```+|~~~+)[\s\S]*?^\1|`[^`\n]*`|\{\/\*[\s\S]*?\*\/\}/gm,
    (shown) => shown.replace(/[^\n]/g, ' '),
  )
}
