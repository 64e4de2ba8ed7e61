import ts from 'typescript'

/** Around each text of the made-up language. */
export const MARKS = ['⟦', '⟧'] as const

const mark = (text: string): string => `${MARKS[0]}${text}${MARKS[1]}`

/**
 * A room of English words in a made-up language: the same, each text between marks. In a function
 * one word is marked where it is said: it may be compared as well.
 */
export function madeUp(source: string): string {
  const file = ts.createSourceFile('words.ts', source, ts.ScriptTarget.ES2023, true)
  let made = ''
  let at = 0
  const put = (from: number, to: number, text: string): void => {
    made += source.slice(at, from) + text
    at = to
  }
  const visit = (node: ts.Node, isInside: boolean): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return
    if (ts.isPropertyAssignment(node)) return visit(node.initializer, isInside)
    if (ts.isStringLiteralLike(node) && (isSaid(node) || isMarked(node.text, isInside)))
      return put(node.getStart(), node.end, JSON.stringify(mark(node.text)))
    if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) {
      if (!/\p{L}/u.test(node.text)) return
      const [, open = '', text = '', close = ''] = /^([`}])([^]*?)(`|\$\{)$/.exec(node.getText())!
      return put(node.getStart(), node.end, `${open}${mark(text)}${close}`)
    }
    ts.forEachChild(node, (child) => visit(child, isInside || ts.isFunctionLike(node)))
  }
  visit(file, false)
  return made + source.slice(at)
}

/** Whether it is what a function gives, or one of two that are chosen from. */
function isSaid(node: ts.StringLiteralLike): boolean {
  const { parent } = node
  const isChosen = ts.isConditionalExpression(parent) && parent.condition !== node
  const isGiven = ts.isArrowFunction(parent) || ts.isReturnStatement(parent)
  return (isChosen || isGiven) && /\p{L}/u.test(node.text)
}

const isMarked = (text: string, isInside: boolean): boolean =>
  /\p{L}/u.test(text) && (!isInside || /\s/.test(text))

/**
 * A text without all that stands between marks, however deep.
 * @param left What is left in its place; nothing by default.
 */
export function withoutMarked(text: string, left: (marked: string) => string = () => ''): string {
  const rest = text.replace(/⟦[^⟦⟧]*⟧/g, left)
  return rest === text ? text : withoutMarked(rest, left)
}

/** What a room says: its texts, and the pieces of those that its functions make. */
export function textsOf(source: string): string[] {
  const file = ts.createSourceFile('words.ts', source, ts.ScriptTarget.ES2023, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return
    if (ts.isPropertyAssignment(node)) return visit(node.initializer)
    if (ts.isStringLiteralLike(node)) found.push(node.text)
    if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node))
      found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found.map((text) => text.trim()).filter((text) => /\p{L}/u.test(text))
}
