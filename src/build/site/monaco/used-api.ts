import { parseAst, Visitor, type ESTree } from 'vite'
import { valueOf } from './enums.ts'
import { replaceStretches, withComma, type Stretch } from './replace-stretches.ts'

/** Modules that make what Monaco offers to the code around it. */
export const API: ReadonlySet<string> = new Set([
  'vs/editor/common/services/editorBaseApi.js',
  'vs/editor/common/standalone/standaloneEnums.js',
  'vs/editor/standalone/browser/standaloneEditor.js',
  'vs/editor/standalone/browser/standaloneLanguages.js',
])

const MAKES_API = /^createMonaco\w*API$/

/** A module of the interface in which what the code around never names is not offered. */
export function withUsedApi(code: string, names: ReadonlySet<string>): string {
  const unused: Stretch[] = []
  const isUnused = (name: string | undefined) => name !== undefined && !names.has(name)
  new Visitor({
    FunctionDeclaration({ id, body }) {
      if (!MAKES_API.test(id?.name ?? '')) return
      for (const property of body!.body.flatMap(propertiesOf))
        if (isUnused(nameOf(property))) unused.push(withComma(code, property))
    },
    FunctionExpression({ params: [param], body }) {
      if (param?.type !== 'Identifier') return
      for (const one of body!.body)
        if (one.type === 'ExpressionStatement' && isUnused(valueOf(one, param.name)))
          unused.push(one)
    },
  }).visit(parseAst(code))
  return replaceStretches(
    code,
    unused.map(({ start, end }) => ({ start, end, text: '' })),
  )
}

const propertiesOf = (statement: ESTree.Statement): readonly ESTree.ObjectPropertyKind[] =>
  statement.type === 'ReturnStatement' && statement.argument?.type === 'ObjectExpression'
    ? statement.argument.properties
    : []

const nameOf = (property: ESTree.ObjectPropertyKind): string | undefined =>
  property.type === 'Property' && property.key.type === 'Identifier' ? property.key.name : undefined
