import { parseAst, Visitor, type ESTree } from 'vite'
import type { Stretch } from '../replace-stretches.ts'

/** A place that names a member: `x.name`, `{ name: … }`, or its declaration in a class. */
export interface Use extends Stretch {
  /** Names a variable too: `{ name }`. */
  readonly isShorthand: boolean
}

/** Declared in a class, and without a trace where it is taken away. */
export interface Member extends Stretch {
  readonly name: string
}

/** What a bundle says of its members. */
export interface MemberNames {
  readonly uses: ReadonlyMap<string, readonly Use[]>
  /** Methods, accessors and fields of classes that do nothing until they are asked for. */
  readonly members: readonly Member[]
  /** Where a name is read, written, or a key of an object: all uses but declarations in classes. */
  readonly mentions: ReadonlyMap<string, readonly number[]>
  /** Names that the bundle itself gives to members, and reads. */
  readonly own: ReadonlySet<string>
  /** Words of all texts: each may be a name that is put together or looked up at run time. */
  readonly words: ReadonlySet<string>
}

const WORD = /[A-Za-z_$][\w$]*/g

/** The words in a text, as names of members are written. */
export const wordsIn = (text: string): readonly string[] => text.match(WORD) ?? []

type Keyed = Pick<ESTree.MethodDefinition, 'computed' | 'key'>

const nameOf = ({ computed, key }: Keyed): (Stretch & { readonly name: string }) | undefined =>
  !computed && key.type === 'Identifier' ? key : undefined

/** Until it is called, or for good. */
const IDLE = /^(?:ArrowFunctionExpression|FunctionExpression|Literal)$/

/** Finds all members that a bundle names. */
export function memberNamesOf(code: string): MemberNames {
  const uses = new Map<string, Use[]>()
  const members: Member[] = []
  const mentions = new Map<string, number[]>()
  const [declared, read] = [new Set<string>(), new Set<string>()]
  const words = new Set<string>()
  const files = new Set<number>()

  const use = ({ name, start, end }: Member, isShorthand = false) =>
    put(uses, name, { start, end, isShorthand })
  const declare = (node: Keyed & Stretch, isIdle: boolean) => {
    const key = nameOf(node)
    if (!key) return
    use(key)
    declared.add(key.name)
    if (isIdle) members.push({ name: key.name, start: node.start, end: node.end })
  }
  const keysOf = (node: ESTree.ObjectExpression | ESTree.ObjectPattern, names: Set<string>) => {
    for (const property of node.properties) {
      const key = property.type === 'Property' ? nameOf(property) : undefined
      if (!key || property.type !== 'Property') continue
      use(key, property.shorthand)
      put(mentions, key.name, key.start)
      names.add(key.name)
    }
  }

  new Visitor({
    MemberExpression({ computed, property }) {
      if (computed || property.type !== 'Identifier') return
      use(property)
      put(mentions, property.name, property.start)
      read.add(property.name)
    },
    AssignmentExpression({ left }) {
      if (left.type === 'MemberExpression' && left.object.type === 'ThisExpression')
        if (!left.computed && left.property.type === 'Identifier') declared.add(left.property.name)
    },
    ObjectExpression: (node) => keysOf(node, declared),
    ObjectPattern: (node) => keysOf(node, read),
    MethodDefinition: (node) => declare(node, node.kind !== 'constructor'),
    PropertyDefinition: (node) => declare(node, !node.value || IDLE.test(node.value.type)),
    // Until it is written, a file that is imported has a name of the bundler's.
    ImportDeclaration: ({ source }) => void files.add(source.start),
    Literal({ value, start }) {
      if (typeof value === 'string' && !files.has(start))
        for (const word of wordsIn(value)) words.add(word)
    },
    TemplateElement({ value }) {
      for (const word of wordsIn(value.raw)) words.add(word)
    },
  }).visit(parseAst(code))
  const own = new Set([...declared].filter((name) => read.has(name)))
  return { uses, members, mentions, own, words }
}

function put<T>(all: Map<string, T[]>, name: string, one: T): void {
  const some = all.get(name)
  if (some) some.push(one)
  else all.set(name, [one])
}
