import { parseSync, type ESTree } from 'vite'

/** The texts of a room by name, in groups where they are in groups; functions are not among them. */
export interface Texts {
  readonly [name: string]: string | Texts
}

export interface RoomWords {
  readonly texts: Texts
  /** The module with an export for each of its words: a page takes along those that it uses. */
  readonly module: string
}

/**
 * Reads a module of `src/ui/words/`, which exports `words`: an object of texts, groups of texts and
 * functions. Throws where there is no such object.
 */
export function readWords(source: string): RoomWords {
  const { program } = parseSync('words.ts', source)
  const statement = program.body.find((one) => one.type === 'ExportNamedDeclaration')
  const words = statement && objectIn(statement)
  if (!words) throw new Error('A module of words exports one object, `words`')
  // A word may have a name that no variable can have.
  const exported = entriesOf(words).map(
    ([name, { start, end }]) =>
      `const $${name} = ${source.slice(start, end)}\nexport { $${name} as ${name} }`,
  )
  return {
    texts: textsOf(words),
    module: source.slice(0, statement.start) + exported.join('\n') + source.slice(statement.end),
  }
}

function objectIn({ declaration }: ESTree.ExportNamedDeclaration) {
  if (declaration?.type !== 'VariableDeclaration') return undefined
  const [{ id, init } = {}] = declaration.declarations
  const isWords = id?.type === 'Identifier' && id.name === 'words'
  return isWords && init?.type === 'ObjectExpression' ? init : undefined
}

/** Names are written as they are; anything else has no text of its own to be found. */
const entriesOf = ({ properties }: ESTree.ObjectExpression): [string, ESTree.Expression][] =>
  properties.flatMap((one) => {
    if (one.type !== 'Property' || one.computed) return []
    const { key, value } = one
    if (key.type === 'Identifier') return [[key.name, value]]
    return key.type === 'Literal' && typeof key.value === 'string' ? [[key.value, value]] : []
  })

function textsOf(object: ESTree.ObjectExpression): Texts {
  const found: Record<string, string | Texts> = {}
  for (const [name, value] of entriesOf(object)) {
    if (value.type === 'ObjectExpression') found[name] = textsOf(value)
    const text = textOf(value)
    if (text !== undefined) found[name] = text
  }
  return found
}

function textOf(value: ESTree.Expression): string | undefined {
  if (value.type === 'Literal') return typeof value.value === 'string' ? value.value : undefined
  if (value.type !== 'TemplateLiteral' || value.expressions.length) return undefined
  return value.quasis[0]?.value.cooked ?? undefined
}
