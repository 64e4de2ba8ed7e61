import { parseAst, Visitor, type ESTree } from 'vite'
import type { Stretch } from '../replace-stretches.ts'
import { isIdle } from './idle.ts'

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

/** Finds all members that a bundle names. */
export function memberNamesOf(code: string): MemberNames {
  const names = new Reader()
  new Visitor({
    MemberExpression: (node) => names.read(node),
    AssignmentExpression: (node) => names.noteField(node),
    ExpressionStatement: (node) => names.noteStatement(node),
    ObjectExpression: (node) => names.noteKeys(node, names.declared),
    ObjectPattern: (node) => names.noteKeys(node, names.taken),
    MethodDefinition: (node) => names.noteMethod(node),
    PropertyDefinition: (node) => names.declare(node, !node.value || isIdle(node.value)),
    // Until it is written, a file that is imported has a name of the bundler's.
    ImportDeclaration: ({ source }) => void names.files.add(source.start),
    Literal: ({ value, start }) => {
      if (typeof value === 'string' && !names.files.has(start)) names.noteText(value, start)
    },
    TemplateElement: ({ value, start }) => names.noteText(value.raw, start),
  }).visit(parseAst(code))
  return names.found()
}

class Reader {
  readonly declared = new Set<string>()
  /** Read, or taken out of an object. */
  readonly taken = new Set<string>()
  readonly files = new Set<number>()
  private readonly uses = new Map<string, Use[]>()
  private readonly mentions = new Map<string, number[]>()
  private readonly words = new Map<string, number[]>()
  private readonly members: Member[] = []
  private readonly given: Member[] = []
  private readonly setters = new Set<string>()

  /** What is put in a field does more where a method is called for it. */
  found(): MemberNames {
    const { uses, mentions, words, declared, taken, setters } = this
    const members = [...this.members, ...this.given.filter(({ name }) => !setters.has(name))]
    return {
      uses,
      mentions,
      words,
      members,
      own: new Set([...declared].filter((name) => taken.has(name))),
    }
  }

  read({ computed, property }: ESTree.MemberExpression): void {
    if (computed || property.type !== 'Identifier') return
    this.use(property)
    put(this.mentions, property.name, property.start)
    this.taken.add(property.name)
  }

  noteField({ left }: ESTree.AssignmentExpression): void {
    if (left.type === 'MemberExpression' && left.object.type === 'ThisExpression')
      if (!left.computed && left.property.type === 'Identifier')
        this.declared.add(left.property.name)
  }

  noteStatement({ start, expression, end }: ESTree.ExpressionStatement): void {
    if (expression.type !== 'AssignmentExpression' || expression.operator !== '=') return
    const { left, right } = expression
    if (left.type !== 'MemberExpression' || left.computed) return
    if (!isOwn(left.object) || left.property.type !== 'Identifier') return
    const { name } = left.property
    this.given.push(
      isIdle(right)
        ? { name, start, end, instead: ';' }
        : { name, start, end: right.start, instead: 'void ' },
    )
  }

  noteKeys(
    { properties }: ESTree.ObjectExpression | ESTree.ObjectPattern,
    names: Set<string>,
  ): void {
    for (const property of properties) {
      const key = property.type === 'Property' ? nameOf(property) : undefined
      if (!key || property.type !== 'Property') continue
      this.use(key, property.shorthand)
      put(this.mentions, key.name, key.start)
      names.add(key.name)
    }
  }

  noteMethod(node: ESTree.MethodDefinition): void {
    this.declare(node, node.kind !== 'constructor')
    if (node.kind === 'set') this.setters.add(nameOf(node)?.name ?? '')
  }

  declare(node: Keyed & Stretch, mayGo: boolean): void {
    const key = nameOf(node)
    if (!key) return
    this.use(key)
    this.declared.add(key.name)
    if (mayGo) this.members.push({ name: key.name, start: node.start, end: node.end })
  }

  noteText(text: string, at: number): void {
    for (const word of wordsIn(text)) put(this.words, word, at)
  }

  private use({ name, start, end }: Member, isShorthand = false): void {
    put(this.uses, name, { start, end, isShorthand })
  }
}

/** Itself, or a name space: these alone have names that begin so. */
const isOwn = (node: ESTree.Node): boolean =>
  node.type === 'ThisExpression' || (node.type === 'Identifier' && /^[A-Z]/.test(node.name))

function put<T>(all: Map<string, T[]>, name: string, one: T): void {
  const some = all.get(name)
  if (some) some.push(one)
  else all.set(name, [one])
}
