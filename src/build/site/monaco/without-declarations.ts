import { parseAst, Visitor, type ESTree } from 'vite'
import { replaceStretches } from './replace-stretches.ts'

/**
 * A module in which something else stands in place of classes, functions and constants of some names.
 * @param instead A statement, by the name.
 * @throws Where one is not declared in it.
 */
export function withoutDeclarations(
  module: string,
  code: string,
  names: readonly string[],
  instead: (name: string) => string,
): string {
  const missing = new Set(names)
  const { body, ...program } = parseAst(code)
  const declared: ESTree.Node[] = body.filter((node) => missing.delete(declaredName(node)))
  new Visitor({
    // Within a name space.
    FunctionDeclaration(node) {
      if (missing.delete(declaredName(node))) declared.push(node)
    },
  }).visit({ ...program, body })
  if (missing.size)
    throw new Error(`${module} of Monaco has no ${[...missing].join(', ')} any more.`)
  return replaceStretches(
    code,
    declared.map((node) => ({ ...stretchOf(node), text: instead(declaredName(node)) })),
  )
}

const stretchOf = ({ start, end }: ESTree.Node) => ({ start, end })

function declaredName(node: ESTree.Node): string {
  if (node.type === 'ClassDeclaration' || node.type === 'FunctionDeclaration')
    return node.id?.name ?? ''
  if (node.type !== 'VariableDeclaration' || node.declarations.length > 1) return ''
  const { id } = node.declarations[0]!
  return id.type === 'Identifier' ? id.name : ''
}
