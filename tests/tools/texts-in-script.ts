import ts from 'typescript'
import { SPOKEN } from './texts-in-markup.ts'

/** Properties that are read or seen, beside those that attributes have too. */
const PROPERTIES = new Set(['word', 'textContent', 'innerText', 'ariaLabel'])

const isSpokenName = (name: string): boolean => SPOKEN.has(name) || PROPERTIES.has(name)

/** What is for a developer, for the browser, or looked for. */
const QUIET_CALLS =
  /^(?:Error|DOMException|warn|error|log|querySelector|querySelectorAll|closest|matchMedia|matches|Symbol)$/

/** Markup's and stylesheets' own languages. */
const QUIET_NAMES = /^(?:className|class|content|cssText|selector)$/

/**
 * The texts of a script that look as if they were shown: what is called a label or a title, and what
 * reads as a sentence or as several words. `…` stands for what a template puts in.
 */
export function textsInScript(source: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (isQuiet(node)) return
    const text = textOf(node)
    if (text !== undefined && (isSentence(text) || isSpoken(node))) found.push(text)
    ts.forEachChild(node, visit)
  }
  ts.forEachChild(ts.createSourceFile('x.ts', source, ts.ScriptTarget.ES2023, true), visit)
  return found
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text
  if (!ts.isTemplateExpression(node)) return undefined
  return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('')
}

/** What only words look like; in a template one lowercase word beside a space is enough. */
const SENTENCES = [
  /^\p{Lu}\p{Ll}+$/u,
  /^\p{Lu}\p{L}*’?\p{L}* .*\p{L}/u,
  /(?<![-.\w])\p{Ll}{2,},? \p{Ll}{2,}(?![-\w]|\.\w)/u,
  /…,? \p{Ll}{3,}(?!\S)|^\p{Ll}{3,} …/u,
]

/** Lines of HTML to copy are no text of ours. */
const isMarkup = (text: string): boolean => /^<[a-z][^]*>$/.test(text)

const isSentence = (text: string): boolean =>
  !isMarkup(text) && SENTENCES.some((one) => one.test(text))

/** Whether it is, or is chosen as, the text of something spoken. */
function isSpoken(node: ts.Node): boolean {
  const { parent } = node
  if (ts.isConditionalExpression(parent)) return parent.condition !== node && isSpoken(parent)
  if (ts.isPropertyAssignment(parent)) return isSpokenName(nameOf(parent.name))
  if (ts.isCallExpression(parent)) {
    const [name, value] = parent.arguments
    const isAttribute = nameOf(parent.expression) === 'setAttribute' && value === node
    return isAttribute && ts.isStringLiteral(name!) && isSpokenName(name.text)
  }
  return (
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    isSpokenName(nameOf(parent.left))
  )
}

function isQuiet(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node))
    return true
  if (ts.isCallExpression(node) || ts.isNewExpression(node))
    return QUIET_CALLS.test(nameOf(node.expression))
  if (ts.isPropertyAssignment(node)) return QUIET_NAMES.test(nameOf(node.name))
  if (!ts.isBinaryExpression(node)) return false
  // The name of a key is compared with, and never shown.
  return QUIET_NAMES.test(nameOf(node.left)) || nameOf(node.left) === 'key'
}

function nameOf(node: ts.Node): string {
  if (ts.isPropertyAccessExpression(node)) return node.name.text
  return ts.isIdentifier(node) || ts.isStringLiteral(node) ? node.text : ''
}
