import { parseAst } from 'vite'

/**
 * A module whose classes and functions of some names throw when they are used; it must import `leftOut`.
 * @throws Where one is not declared in it.
 */
export function withoutDeclarations(
  module: string,
  code: string,
  names: readonly string[],
): string {
  const { body } = parseAst(code)
  let [left, rest] = ['', 0]
  const missing = new Set(names)
  for (const node of body) {
    if (node.type !== 'ClassDeclaration' && node.type !== 'FunctionDeclaration') continue
    const name = node.id?.name ?? ''
    if (!missing.delete(name)) continue
    left += `${code.slice(rest, node.start)}const ${name} = leftOut('${name}');`
    rest = node.end
  }
  if (missing.size)
    throw new Error(`${module} of Monaco has no ${[...missing].join(', ')} any more.`)
  return left + code.slice(rest)
}
