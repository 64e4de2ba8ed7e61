import { parseAst } from 'vite'

/** The names that a module exports, in alphabetical order; `*` for all of another one. */
export function exportsOf(code: string): string[] {
  const { body } = parseAst(code)
  return body
    .flatMap((node) => {
      if (node.type === 'ExportDefaultDeclaration') return ['default']
      if (node.type === 'ExportAllDeclaration') return ['*']
      if (node.type !== 'ExportNamedDeclaration') return []
      return node.specifiers.map(({ exported }) =>
        exported.type === 'Identifier' ? exported.name : exported.value,
      )
    })
    .toSorted()
}
