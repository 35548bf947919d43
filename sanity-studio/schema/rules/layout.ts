/** `true` for a layout that can be chosen. None is not its business, nor is a schema that is only read. */
export function checkLayout(name: string | undefined, layouts: { name: string }[]): true | string {
  if (!name || layouts.length === 0 || layouts.some((layout) => layout.name === name)) return true
  return `The layout “${name}” is no longer there. Choose another under Settings.`
}
