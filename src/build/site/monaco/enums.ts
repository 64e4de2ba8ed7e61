import { parseAst, type ESTree } from 'vite'
import { replaceStretches, type Replacement } from './replace-stretches.ts'

/**
 * A module whose enumerations (`var A; (function (A) { A[A["b"] = 0] = "b" })(A || (A = {}))`) are values without a
 * trace, so that the bundler drops one that is never read.
 */
export function withPlainEnums(code: string): string {
  if (!code.includes('] = ')) return code
  const { body } = parseAst(code)
  const changes = body.flatMap((statement, at): Replacement[] => {
    const name = declaredName(body[at - 1])
    const made = name === undefined ? undefined : enumOf(statement, name)
    if (!made) return []
    const { start } = body[at - 1]!
    return [
      { start, end: made.start, text: `var ${name} = /* @__PURE__ */ (` },
      { start: made.end - 1, end: statement.end, text: `return ${name} })({});` },
    ]
  })
  return replaceStretches(code, changes)
}

/** Of `var A;`. */
function declaredName(statement: ESTree.Node | undefined): string | undefined {
  if (statement?.type !== 'VariableDeclaration' || statement.declarations.length > 1) return
  const { id, init } = statement.declarations[0]!
  return !init && id.type === 'Identifier' ? id.name : undefined
}

/** The function that fills an enumeration and does nothing else. */
function enumOf(statement: ESTree.Node, name: string): ESTree.Function | undefined {
  if (statement.type !== 'ExpressionStatement') return
  const call = statement.expression
  if (call.type !== 'CallExpression' || call.callee.type !== 'FunctionExpression') return
  const made = call.callee
  const [param] = made.params
  const isOurs = param?.type === 'Identifier' && param.name === name
  return isOurs && made.body!.body.every((one) => valueOf(one, name)) ? made : undefined
}

/** The name of a value: of `A[A["b"] = 0] = "b"` and of `A["b"] = "c"`. */
export function valueOf(statement: ESTree.Node, name: string): string | undefined {
  if (statement.type !== 'ExpressionStatement') return
  const member = memberOf(statement.expression, name)
  if (member?.type === 'Literal' && typeof member.value === 'string') return member.value
  const inner = member && memberOf(member, name)
  return inner?.type === 'Literal' && typeof inner.value === 'string' ? inner.value : undefined
}

/** Of `A[…] = …`, with a value that is plain. */
function memberOf(node: ESTree.Node, name: string): ESTree.Node | undefined {
  if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return
  const { object, property, computed } = node.left
  const isPlain = /^(?:Literal|UnaryExpression|BinaryExpression)$/.test(node.right.type)
  const isOurs = object.type === 'Identifier' && object.name === name
  return computed && isOurs && isPlain ? property : undefined
}
