import ts from 'typescript'
import type { Plugin } from 'vite'

/** The fields of a rule that its page and its tests read, and no check. */
const EXAMPLES: ReadonlySet<string> = new Set(['bad', 'good'])

/**
 * Takes the examples out of rules: what judges in a browser never reads them, and they are a quarter of it.
 * @param code The TypeScript of a module; an object with a `why` is taken for a rule.
 */
export function withoutExamples(code: string): string {
  const file = ts.createSourceFile('rule.ts', code, ts.ScriptTarget.Latest, true)
  const cuts: { readonly from: number; readonly to: number }[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node) && hasWhy(node))
      for (const property of node.properties)
        if (EXAMPLES.has(nameOf(property)))
          cuts.push({ from: property.getFullStart(), to: endOf(property, code) })
    ts.forEachChild(node, visit)
  }
  visit(file)
  return cuts
    .toSorted((a, b) => b.from - a.from)
    .reduce((text, { from, to }) => text.slice(0, from) + text.slice(to), code)
}

const hasWhy = (node: ts.ObjectLiteralExpression): boolean =>
  node.properties.some((property) => nameOf(property) === 'why')

const nameOf = (property: ts.ObjectLiteralElementLike): string =>
  property.name && ts.isIdentifier(property.name) ? property.name.text : ''

/** Behind the comma that parts it from the next one. */
function endOf(property: ts.Node, code: string): number {
  const comma = /^\s*,/.exec(code.slice(property.getEnd()))
  return property.getEnd() + (comma?.[0].length ?? 0)
}

/** Does so in what is built; the dev server serves rules as they are. */
export const examplesOut = (): Plugin => ({
  name: 'helo-world:without-examples',
  enforce: 'pre',
  apply: 'build',
  transform: {
    filter: { id: /\/src\/(?:lint|dns\/zone\/problems)\/.*\.ts$/, code: /\bbad\b/ },
    handler: (code) => ({ code: withoutExamples(code), map: null }),
  },
})
