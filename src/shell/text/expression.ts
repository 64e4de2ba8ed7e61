import { span, type Span } from '../../core/span.ts'

/** A regular expression as a tree, over units of one octet each. */
export type Expression =
  | { readonly kind: 'empty' | 'start' | 'end' | 'word-edge' | 'word-start' | 'word-end' }
  | { readonly kind: 'set'; has(unit: string): boolean }
  | { readonly kind: 'sequence' | 'choice'; readonly of: readonly Expression[] }
  | {
      readonly kind: 'repeat'
      readonly of: Expression
      readonly least: number
      readonly most: number
    }

export interface ExpressionProblem {
  /** Within the pattern. */
  readonly span: Span
  readonly message: string
}

export type Dialect = 'basic' | 'extended' | 'fixed'

/** Units that a pattern may have, and copies that `{n}` may make of a part. */
export const expressionLimits = { pattern: 2000, repeat: 255, nodes: 20_000, depth: 100 } as const

/** Reads a pattern of `grep` (POSIX: basic or extended). Never throws. Linear. */
export function parseExpression(
  pattern: string,
  dialect: Dialect,
  isFolded: boolean,
): Expression | ExpressionProblem {
  if (pattern.length > expressionLimits.pattern)
    return problem(
      0,
      pattern.length,
      `A pattern has ${expressionLimits.pattern} characters at most.`,
    )
  if (dialect === 'fixed')
    return { kind: 'sequence', of: Array.from(pattern, (unit) => literal(unit, isFolded)) }
  const reader = new ExpressionReader(pattern, dialect === 'extended', isFolded)
  return reader.readAll()
}

const problem = (from: number, to: number, message: string): ExpressionProblem => ({
  span: span(from, to),
  message,
})

const isProblem = (read: Expression | ExpressionProblem): read is ExpressionProblem =>
  'message' in read

const literal = (unit: string, isFolded: boolean): Expression => {
  const [lower, upper] = [unit.toLowerCase(), unit.toUpperCase()]
  return {
    kind: 'set',
    has: isFolded ? (one) => one === lower || one === upper : (one) => one === unit,
  }
}

const CLASSES: Readonly<Record<string, RegExp>> = {
  ...{ alpha: /[A-Za-z]/, digit: /\d/, alnum: /[A-Za-z\d]/, upper: /[A-Z]/, lower: /[a-z]/ },
  ...{ space: /[\t-\r ]/, blank: /[\t ]/, punct: /[!-/:-@[-`{-~]/, xdigit: /[\dA-Fa-f]/ },
  ...{ print: /[ -~]/, graph: /[!-~]/, cntrl: /[^ -~]/ },
}

const isWord = (unit: string): boolean => /\w/.test(unit)

class ExpressionReader {
  #at = 0
  #depth = 0
  #nodes = 0
  readonly #pattern: string
  readonly #isExtended: boolean
  readonly #isFolded: boolean

  constructor(pattern: string, isExtended: boolean, isFolded: boolean) {
    this.#pattern = pattern
    this.#isExtended = isExtended
    this.#isFolded = isFolded
  }

  readAll(): Expression | ExpressionProblem {
    const read = this.#readChoice()
    if (isProblem(read) || this.#at >= this.#pattern.length) return read
    return problem(this.#at, this.#at + 1, 'This parenthesis closes nothing. Put `\\` before it.')
  }

  /** Whether an operator stands here: bare in extended patterns, behind a backslash in basic ones. */
  #sees(operator: string): boolean {
    return this.#pattern.startsWith(this.#isExtended ? operator : `\\${operator}`, this.#at)
  }

  get #length(): number {
    return this.#isExtended ? 1 : 2
  }

  #readChoice(): Expression | ExpressionProblem {
    if (++this.#depth > expressionLimits.depth)
      return problem(this.#at - 1, this.#at, 'Parentheses are nested too deeply here.')
    const choices: Expression[] = []
    for (;;) {
      const sequence = this.#readSequence()
      if (isProblem(sequence)) return sequence
      choices.push(sequence)
      if (!this.#sees('|')) break
      this.#at += this.#length
    }
    this.#depth--
    return choices.length === 1 ? choices[0]! : { kind: 'choice', of: choices }
  }

  #readSequence(): Expression | ExpressionProblem {
    const of: Expression[] = []
    while (this.#at < this.#pattern.length && !this.#sees('|') && !this.#closes()) {
      const atom = this.#readAtom(of.length === 0)
      if (isProblem(atom)) return atom
      const repeated = this.#readRepeats(atom)
      if (isProblem(repeated)) return repeated
      of.push(repeated)
    }
    return { kind: 'sequence', of }
  }

  #closes(): boolean {
    return this.#sees(')') && (this.#depth > 1 || this.#isExtended)
  }

  #readAtom(isFirst: boolean): Expression | ExpressionProblem {
    const from = this.#at
    const unit = this.#pattern[from]!
    if (this.#sees('(')) return this.#readGroup()
    this.#at++
    if (unit === '\\') return this.#readEscape(from)
    if (unit === '[') return this.#readSet(from)
    if (unit === '.') return { kind: 'set', has: () => true }
    if (unit === '^' && (this.#isExtended || isFirst)) return { kind: 'start' }
    if (unit === '$' && (this.#isExtended || this.#isAtEnd())) return { kind: 'end' }
    return literal(unit, this.#isFolded)
  }

  #isAtEnd(): boolean {
    return this.#at >= this.#pattern.length || this.#sees('|') || this.#sees(')')
  }

  #readGroup(): Expression | ExpressionProblem {
    const from = this.#at
    this.#at += this.#length
    const inside = this.#readChoice()
    if (isProblem(inside)) return inside
    if (!this.#sees(')'))
      return problem(from, from + this.#length, 'This parenthesis is not closed.')
    this.#at += this.#length
    return inside
  }

  #readEscape(from: number): Expression | ExpressionProblem {
    const unit = this.#pattern[this.#at++]
    if (unit === undefined) return problem(from, from + 1, 'Nothing stands behind this backslash.')
    if (/[1-9]/.test(unit))
      return problem(from, from + 2, 'A pattern cannot name what was found before here.')
    const edge = { b: 'word-edge', '<': 'word-start', '>': 'word-end' } as const
    if (unit in edge) return { kind: edge[unit as keyof typeof edge] }
    if (unit === 'w') return { kind: 'set', has: isWord }
    if (unit === 'W') return { kind: 'set', has: (one) => !isWord(one) }
    if (unit === 's') return { kind: 'set', has: (one) => /\s/.test(one) }
    if (unit === 'S') return { kind: 'set', has: (one) => /\S/.test(one) }
    return literal(unit, this.#isFolded)
  }

  #readSet(from: number): Expression | ExpressionProblem {
    const found = /^\^?\]?(?:\[:\w*:\]|[^\]])*\]/.exec(this.#pattern.slice(this.#at))
    if (!found) return problem(from, from + 1, 'This bracket is not closed.')
    this.#at += found[0].length
    const isNot = found[0].startsWith('^')
    const inside = found[0].slice(isNot ? 1 : 0, -1)
    const members = [...inside.matchAll(/\[:(\w*):\]|(.)-(.)|(.)/gs)].map(memberOf)
    const hasOne = (unit: string): boolean => members.some((member) => member(unit))
    const has = this.#isFolded
      ? (unit: string): boolean => hasOne(unit.toLowerCase()) || hasOne(unit.toUpperCase())
      : hasOne
    return { kind: 'set', has: isNot ? (unit) => !has(unit) : has }
  }

  #readRepeats(atom: Expression): Expression | ExpressionProblem {
    let read = atom
    for (;;) {
      const range = this.#readRange()
      if (!range) return read
      if ('message' in range) return range
      this.#nodes += range.most === Infinity ? range.least + 1 : range.most
      if (range.most !== Infinity && range.most > expressionLimits.repeat)
        return problem(
          this.#at - 1,
          this.#at,
          `A part is repeated ${expressionLimits.repeat} times at most.`,
        )
      if (this.#nodes > expressionLimits.nodes)
        return problem(0, this.#pattern.length, 'This pattern repeats too much.')
      read = { kind: 'repeat', of: read, ...range }
    }
  }

  #readRange(): { least: number; most: number } | ExpressionProblem | undefined {
    if (this.#pattern[this.#at] === '*') {
      this.#at++
      return { least: 0, most: Infinity }
    }
    for (const [operator, least, most] of [
      ['+', 1, Infinity],
      ['?', 0, 1],
    ] as const)
      if (this.#sees(operator)) {
        this.#at += this.#length
        return { least, most }
      }
    if (!this.#sees('{')) return undefined
    const behind = this.#pattern.slice(this.#at + this.#length)
    const found = (this.#isExtended ? /^(\d+)(,?)(\d*)\}/ : /^(\d+)(,?)(\d*)\\\}/).exec(behind)
    if (!found)
      return problem(this.#at, this.#at + this.#length, 'How often? `{2}`, `{2,}` or `{2,5}`.')
    this.#at += this.#length + found[0].length
    const [, from = '', comma, to = ''] = found
    const least = Math.min(Number(from), expressionLimits.repeat + 1)
    if (!comma) return { least, most: least }
    return { least, most: to === '' ? Infinity : Math.max(least, Math.min(Number(to), 256)) }
  }
}

function memberOf([, name, from, to, single]: RegExpExecArray): (unit: string) => boolean {
  if (name !== undefined) return (unit) => CLASSES[name]?.test(unit) ?? false
  if (single !== undefined) return (unit) => unit === single
  return (unit) => unit >= from! && unit <= to!
}
