import { parse, type AST } from 'svelte/compiler'

/** Attributes that are read or seen, of elements and of our own components. */
export const SPOKEN: ReadonlySet<string> = new Set([
  ...['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext'],
  ...['title', 'placeholder', 'alt', 'label', 'note', 'text', 'heading'],
])

/** What these are given is looked for or taken off, and not shown. */
const QUIET_CALLS = /^(?:split|replace|replaceAll|includes|startsWith|endsWith|find|get|has|at)$/

interface Node {
  readonly type: string
  readonly [name: string]: unknown
}

/**
 * The texts that a component's markup shows or has read out: text between tags, spoken attributes,
 * and literals in expressions that give either.
 */
export function textsInMarkup(source: string): string[] {
  const found: string[] = []
  visit(parse(source, { modern: true }).fragment as unknown as Node, found)
  return found.map((text) => text.trim()).filter(Boolean)
}

function visit(node: Node, found: string[]): void {
  if (node.type === 'Text') found.push((node as unknown as AST.Text).data)
  else if (node.type === 'ExpressionTag') literals(node['expression'] as Node, found)
  else if (node.type === 'Attribute') attribute(node as unknown as AST.Attribute, found)
  else for (const child of childrenOf(node)) if (!isScript(child)) visit(child, found)
}

function attribute({ name, value }: AST.Attribute, found: string[]): void {
  if (!SPOKEN.has(name) || value === true) return
  for (const part of [value].flat()) visit(part as unknown as Node, found)
}

/** Snippets, blocks and elements hold more markup; what else they have is a script. */
const isScript = ({ type }: Node): boolean =>
  /^(?:[A-Z]\w*(?:Expression|Pattern|Literal|Declaration|Statement)|Identifier|Literal)$/.test(type)

function literals(node: Node, found: string[]): void {
  if (node.type === 'Literal') {
    if (typeof node['value'] === 'string') found.push(node['value'])
    return
  }
  if (node.type === 'TemplateElement') {
    found.push((node['value'] as { cooked: string }).cooked)
    return
  }
  for (const child of spokenChildren(node)) literals(child, found)
}

/** Without what is compared, looked up by, or given to a call that shows none of it. */
function spokenChildren(node: Node): Node[] {
  if (node.type === 'BinaryExpression' && node['operator'] !== '+') return []
  if (node.type === 'MemberExpression') return [node['object'] as Node]
  if (node.type === 'CallExpression') {
    const callee = node['callee'] as Node
    const name = (callee['property'] ?? callee) as Node
    if (QUIET_CALLS.test(String(name['name']))) return [callee]
  }
  if (node.type === 'Property') {
    const { name } = node['key'] as { name?: string }
    return SPOKEN.has(name ?? '') ? [node['value'] as Node] : []
  }
  // Of a choice it is known by what one chooses; what is chosen is shown.
  if (node.type === 'ConditionalExpression')
    return [node['consequent'] as Node, node['alternate'] as Node]
  return childrenOf(node)
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

const childrenOf = (node: Node): Node[] =>
  Object.entries(node).flatMap(([name, value]) =>
    name === 'metadata' ? [] : [value].flat().filter(isNode),
  )
