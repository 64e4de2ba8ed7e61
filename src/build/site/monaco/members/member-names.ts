import { parseAst, Visitor, type ESTree } from 'vite'
import type { Stretch } from '../replace-stretches.ts'

/** A place that names a member: `x.name`, `{ name: … }`, or its declaration in a class. */
export interface Use extends Stretch {
  /** Names a variable too: `{ name }`. */
  readonly isShorthand: boolean
}

/** A stretch that only gives a name something: without a trace where it is taken away and the name is never read. */
export interface Member extends Stretch {
  readonly name: string
  /** What stands in its place then. */
  readonly instead?: string
}

/** What a bundle says of its members. */
export interface MemberNames {
  readonly uses: ReadonlyMap<string, readonly Use[]>
  /** Methods, accessors and fields of classes, and what is put in fields: `this.name = …`. */
  readonly members: readonly Member[]
  /** Where a name is read, written, or a key of an object: all uses but declarations in classes. */
  readonly mentions: ReadonlyMap<string, readonly number[]>
  /** Names that the bundle itself gives to members, and reads. */
  readonly own: ReadonlySet<string>
  /** Where texts have a word: it may be a name that is put together or looked up at run time. */
  readonly words: ReadonlyMap<string, readonly number[]>
}

const WORD = /[A-Za-z_$][\w$]*/g

/** The words in a text, as names of members are written. */
export const wordsIn = (text: string): readonly string[] => text.match(WORD) ?? []

type Keyed = Pick<ESTree.MethodDefinition, 'computed' | 'key'>

const nameOf = ({ computed, key }: Keyed): (Stretch & { readonly name: string }) | undefined =>
  !computed && key.type === 'Identifier' ? key : undefined

/** Does nothing, or not until it is called. */
const IDLE = /^(?:ArrowFunctionExpression|FunctionExpression|Literal|Identifier|ThisExpression)$/
/** Calls that make a value and leave no other trace, as far as Monaco is used here. */
const MAKES =
  /^(?:new (?:Map|Set|WeakMap|RawContextKey|MenuId)|(?:Sound|AccessibilitySignal)\.register)$/

/** Finds all members that a bundle names. */
export function memberNamesOf(code: string): MemberNames {
  const uses = new Map<string, Use[]>()
  const members: Member[] = []
  const mentions = new Map<string, number[]>()
  const [declared, read] = [new Set<string>(), new Set<string>()]
  const words = new Map<string, number[]>()
  const files = new Set<number>()
  const given = new Map<string, Member[]>()
  const setters = new Set<string>()

  const isIdle = (node: ESTree.Node): boolean =>
    IDLE.test(node.type) || MAKES.test(callOf(node)) || isPlain(node)
  const use = ({ name, start, end }: Member, isShorthand = false) =>
    put(uses, name, { start, end, isShorthand })
  const declare = (node: Keyed & Stretch, mayGo: boolean) => {
    const key = nameOf(node)
    if (!key) return
    use(key)
    declared.add(key.name)
    if (mayGo) members.push({ name: key.name, start: node.start, end: node.end })
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
    ExpressionStatement({ start, expression, end }) {
      if (expression.type !== 'AssignmentExpression' || expression.operator !== '=') return
      const { left, right } = expression
      if (left.type !== 'MemberExpression' || left.computed) return
      if (!isOwn(left.object) || left.property.type !== 'Identifier') return
      const { name } = left.property
      put(
        given,
        name,
        isIdle(right)
          ? { name, start, end, instead: ';' }
          : { name, start, end: right.start, instead: 'void ' },
      )
    },
    MethodDefinition(node) {
      declare(node, node.kind !== 'constructor')
      if (node.kind === 'set') setters.add(nameOf(node)?.name ?? '')
    },
    PropertyDefinition: (node) => declare(node, !node.value || isIdle(node.value)),
    // Until it is written, a file that is imported has a name of the bundler's.
    ImportDeclaration: ({ source }) => void files.add(source.start),
    Literal({ value, start }) {
      if (typeof value === 'string' && !files.has(start))
        for (const word of wordsIn(value)) put(words, word, start)
    },
    TemplateElement({ value, start }) {
      for (const word of wordsIn(value.raw)) put(words, word, start)
    },
  }).visit(parseAst(code))
  for (const [name, all] of given) if (!setters.has(name)) members.push(...all)
  const own = new Set([...declared].filter((name) => read.has(name)))
  return { uses, members, mentions, own, words }
}

/** Itself, or a name space: these alone have names that begin so. */
const isOwn = (node: ESTree.Node): boolean =>
  node.type === 'ThisExpression' || (node.type === 'Identifier' && /^[A-Z]/.test(node.name))

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
const isPlain = (node: ESTree.Node): boolean =>
  (node.type === 'ArrayExpression' && node.elements.length === 0) ||
  (node.type === 'ObjectExpression' && node.properties.length === 0)

function put<T>(all: Map<string, T[]>, name: string, one: T): void {
  const some = all.get(name)
  if (some) some.push(one)
  else all.set(name, [one])
}
