import ts from 'typescript'
import { typeScriptIn } from './source.ts'

/** Everything that a source file imports, in whichever way, and whether that is gone when it runs. */
export function importsOf(path: string, text: string): Import[] {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(path, typeScriptIn(path, text), ts.ScriptTarget.Latest, true, kind)
  const found: Import[] = []
  const add = (node: ts.Node | undefined, typeOnly: boolean) => {
    if (node && ts.isStringLiteralLike(node)) found.push({ specifier: node.text, typeOnly })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword)
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly)
    } else if (ts.isImportTypeNode(node)) {
      if (ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true)
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false)
    } else if (isModuleUrl(node)) {
      add(node.arguments?.[0], false)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** Is this file a barrel: nothing but exports from other files? */
export function isBarrel(path: string, text: string): boolean {
  const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.Latest)
  return (
    statements.length > 0 && statements.every((one) => ts.isExportDeclaration(one) && one.moduleSpecifier)
  )
}

/** `new URL('./worker.ts', import.meta.url)`: how a worker or another program of the project is named. */
function isModuleUrl(node: ts.Node): node is ts.NewExpression {
  if (!ts.isNewExpression(node) || node.expression.getText() !== 'URL') return false
  const [specifier, base] = node.arguments ?? []
  return (
    base?.getText() === 'import.meta.url' &&
    specifier !== undefined &&
    ts.isStringLiteralLike(specifier) &&
    /\.[jt]sx?$/.test(specifier.text)
  )
}

export type Import = { specifier: string; typeOnly: boolean }
