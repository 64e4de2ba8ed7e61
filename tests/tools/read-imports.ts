import ts from 'typescript'

export interface SourceFile {
  /** From the project's root, with `/`: `src/auth/spf/parse.ts`. */
  readonly path: string
  readonly text: string
}

export interface Facts {
  /** What is imported: static, re-exported, dynamic, as a type, or by a glob. As written. */
  readonly specifiers: readonly string[]
  /** Those of them that are loaded together with the file: no types, nothing that is fetched later. */
  readonly loaded: readonly string[]
  readonly hasEnum: boolean
}

/** Reads a TypeScript or Svelte source's imports from its syntax tree. */
export function readFacts(file: SourceFile): Facts {
  const specifiers: string[] = []
  const loaded: string[] = []
  let hasEnum = false
  const visit = (node: ts.Node): void => {
    specifiers.push(...specifiersOf(node))
    if (isLoading(node)) loaded.push(...text(node.moduleSpecifier))
    if (ts.isEnumDeclaration(node)) hasEnum = true
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('x.ts', scriptOf(file), ts.ScriptTarget.ES2023))
  return { specifiers, loaded, hasEnum }
}

const scriptBlock = /<script\b[^>]*>([\s\S]*?)<\/script>/g

export function scriptOf(file: SourceFile): string {
  if (!file.path.endsWith('.svelte')) return file.text
  return [...file.text.matchAll(scriptBlock)].map(([, script]) => script).join('\n')
}

function specifiersOf(node: ts.Node): string[] {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node))
    return text(node.moduleSpecifier)
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return text(node.argument.literal)
  if (ts.isExternalModuleReference(node)) return text(node.expression)
  if (ts.isCallExpression(node) && isImporting(node.expression))
    return node.arguments.slice(0, 1).flatMap(globs)
  return []
}

/** Whether a declaration imports or exports a value, or a module as a whole. */
function isLoading(node: ts.Node): node is ts.ImportDeclaration | ts.ExportDeclaration {
  if (ts.isExportDeclaration(node)) return !node.isTypeOnly && hasValue(node.exportClause)
  if (!ts.isImportDeclaration(node)) return false
  const clause = node.importClause
  if (!clause) return true
  if (clause.isTypeOnly) return false
  return clause.name !== undefined || hasValue(clause.namedBindings)
}

function hasValue(names: ts.NamedImportBindings | ts.NamedExportBindings | undefined): boolean {
  if (!names || !('elements' in names)) return true
  return names.elements.some((one) => !one.isTypeOnly)
}

function isImporting(callee: ts.Expression): boolean {
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return true
  return (
    ts.isPropertyAccessExpression(callee) &&
    callee.name.text === 'glob' &&
    ts.isMetaProperty(callee.expression)
  )
}

function globs(node: ts.Expression): string[] {
  return ts.isArrayLiteralExpression(node) ? node.elements.flatMap(text) : text(node)
}

function text(node: ts.Node | undefined): string[] {
  return node !== undefined && ts.isStringLiteralLike(node) ? [node.text] : []
}
