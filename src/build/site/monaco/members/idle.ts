import type { ESTree } from 'vite'

/** Does nothing, or not until it is called. */
const IDLE = /^(?:ArrowFunctionExpression|FunctionExpression|Literal|Identifier|ThisExpression)$/
/** Calls that make a value and leave no other trace, as far as Monaco is used here. */
const MAKES =
  /^(?:new (?:Map|Set|WeakMap|RawContextKey|MenuId)|(?:Sound|AccessibilitySignal)\.register)$/

/** Whether a value is made without any other trace. */
export const isIdle = (node: ESTree.Node): boolean =>
  IDLE.test(node.type) || MAKES.test(callOf(node)) || isEmpty(node)

/** Of `new A()` and `A.b()`. */
function callOf(node: ESTree.Node): string {
  if (node.type === 'NewExpression')
    return node.callee.type === 'Identifier' ? `new ${node.callee.name}` : ''
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return ''
  const { object, property } = node.callee
  return object.type === 'Identifier' && property.type === 'Identifier'
    ? `${object.name}.${property.name}`
    : ''
}

/** An array or an object that is empty. */
const isEmpty = (node: ESTree.Node): boolean =>
  (node.type === 'ArrayExpression' && node.elements.length === 0) ||
  (node.type === 'ObjectExpression' && node.properties.length === 0)
