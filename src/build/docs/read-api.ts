import { join } from 'node:path'
import ts from 'typescript'

/** What a module of the package exports, as its sources say. */
export interface ApiEntry {
  readonly name: string
  readonly kind: 'function' | 'value' | 'type'
  /** As it is declared, without what it does. */
  readonly declaration: string
  /** Its docstring up to the first tag; Markdown. */
  readonly about: string
  /** What `@param`, `@returns` and `@throws` say. */
  readonly tags: readonly { readonly tag: string; readonly text: string }[]
  /** Code. */
  readonly examples: readonly string[]
}

/**
 * Reads the exports of a module from its sources, in the order of its file.
 * @param module From the project's root: `src/index.ts`.
 */
export function readApi(root: string, module: string): ApiEntry[] {
  const file = join(root, module)
  const program = ts.createProgram([file], {
    ...{ allowImportingTsExtensions: true, noEmit: true, skipLibCheck: true },
    ...{ module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, types: [] },
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  })
  const checker = program.getTypeChecker()
  const symbol = checker.getSymbolAtLocation(program.getSourceFile(file)!)!
  return checker.getExportsOfModule(symbol).flatMap((exported) => {
    const isAlias = (exported.flags & ts.SymbolFlags.Alias) !== 0
    const found = isAlias ? checker.getAliasedSymbol(exported) : exported
    const declaration = found.declarations?.[0]
    return declaration ? [entryOf(exported.name, declaration)] : []
  })
}

function entryOf(name: string, declaration: ts.Declaration): ApiEntry {
  const docs = ts.getJSDocCommentsAndTags(declaration).filter(ts.isJSDoc)
  const doc = docs.at(-1)
  const tags = (doc?.tags ?? []).map((tag) => ({
    tag: tag.tagName.text,
    text: `${ts.isJSDocParameterTag(tag) ? `\`${tag.name.getText()}\`: ` : ''}${textOf(tag.comment)}`,
  }))
  return {
    ...{ name, ...shapeOf(declaration) },
    about: textOf(doc?.comment),
    tags: tags.filter(({ tag }) => tag !== 'example'),
    examples: tags.filter(({ tag }) => tag === 'example').map(({ text }) => text),
  }
}

const textOf = (comment: ts.JSDoc['comment']): string =>
  (ts.getTextOfJSDocComment(comment) ?? '').trim()

function shapeOf(declaration: ts.Declaration): Pick<ApiEntry, 'kind' | 'declaration'> {
  const source = declaration.getSourceFile().text
  const from = (node: ts.Node, end: number) => source.slice(node.getStart(), end).trim()
  if (ts.isFunctionDeclaration(declaration) && declaration.body)
    return { kind: 'function', declaration: plain(from(declaration, declaration.body.getStart())) }
  if (ts.isVariableDeclaration(declaration)) {
    const { initializer } = declaration
    if (initializer && ts.isArrowFunction(initializer)) {
      const signature = from(declaration, initializer.equalsGreaterThanToken.getStart())
      return { kind: 'function', declaration: `const ${signature}` }
    }
    const end = declaration.type?.getEnd() ?? declaration.name.getEnd()
    return { kind: 'value', declaration: `const ${from(declaration, end)}` }
  }
  return { kind: 'type', declaration: plain(from(declaration, declaration.getEnd())) }
}

const plain = (text: string): string => text.replace(/^export /, '')
