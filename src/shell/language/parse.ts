import { span } from '../../core/span.ts'
import { limits } from './limits.ts'
import { readTokens, type Operator, type Token } from './tokens.ts'
import type {
  Assignment,
  CommandLine,
  LineProblem,
  Pipeline,
  RawWord,
  Redirect,
  SimpleCommand,
} from './tree.ts'

/**
 * Reads a command line: words with quotes, variables and patterns; `|`, `;`, `&&`, `||`; `<`, `>`,
 * `>>`, `2>` and their kin; comments. Never throws. Linear.
 */
export function parseCommandLine(line: string): CommandLine {
  const { tokens, problem } = readTokens(line)
  if (problem) return { pipelines: [], problem }
  return new LineReader(tokens).read()
}

type Join = Pipeline['when']

const JOINS: Readonly<Partial<Record<Operator, Join>>> = {
  ';': 'always',
  '&&': 'success',
  '||': 'failure',
}

class LineReader {
  readonly #tokens: readonly Token[]
  #at = 0
  #count = 0

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  read(): CommandLine {
    const pipelines: Pipeline[] = []
    let when: Join = 'always'
    while (this.#at < this.#tokens.length) {
      const commands = this.#readPipeline()
      if ('message' in commands) return { pipelines: [], problem: commands }
      pipelines.push({ when, commands })
      const join = this.#tokens[this.#at++]
      if (join?.kind !== 'operator') break
      when = JOINS[join.operator]!
      if (when !== 'always' && this.#at >= this.#tokens.length)
        return { pipelines: [], problem: lonely(join) }
    }
    return { pipelines }
  }

  #readPipeline(): SimpleCommand[] | LineProblem {
    const commands: SimpleCommand[] = []
    for (;;) {
      const before = this.#tokens[this.#at - 1]
      const command = this.#readCommand()
      if ('message' in command) return command
      const next = this.#tokens[this.#at]
      if (!command.words.length && !command.assignments.length && !command.redirects.length)
        return lonely(next?.kind === 'operator' ? next : before!)
      commands.push(command)
      if (++this.#count > limits.commands) return tooMany(command)
      if (next?.kind !== 'operator' || next.operator !== '|') return commands
      this.#at++
    }
  }

  #readCommand(): SimpleCommand | LineProblem {
    const assignments: Assignment[] = []
    const words: RawWord[] = []
    const redirects: Redirect[] = []
    const start = this.#tokens[this.#at]?.span.from ?? 0
    let end = start
    for (; this.#at < this.#tokens.length; this.#at++) {
      const token = this.#tokens[this.#at]!
      if (token.kind === 'operator' && isJoin(token.operator)) break
      if (token.kind === 'word') {
        const assignment = words.length ? undefined : asAssignment(token.word)
        if (assignment) assignments.push(assignment)
        else words.push(token.word)
      } else {
        const redirect = this.#readRedirect(token.operator)
        if ('message' in redirect) return redirect
        redirects.push(redirect)
      }
      end = this.#tokens[this.#at]!.span.to
    }
    return { assignments, words, redirects, span: span(start, end) }
  }

  /** The cursor ends on the last token of the redirection. */
  #readRedirect(operator: Operator): Redirect | LineProblem {
    const at = this.#tokens[this.#at]!.span
    if (operator === '2>&1') return { from: 'errors', how: 'join', span: at }
    if (operator === '>&2') return { from: 'output', how: 'join', span: at }
    const next = this.#tokens[this.#at + 1]
    if (next?.kind !== 'word')
      return {
        span: at,
        message: `The name of a file belongs behind \`${operator}\`. To write \`${operator}\` itself, put it in quotes.`,
      }
    this.#at++
    return { ...KINDS[operator]!, file: next.word, span: span(at.from, next.span.to) }
  }
}

const KINDS: Readonly<Partial<Record<Operator, Pick<Redirect, 'from' | 'how'>>>> = {
  '<': { from: 'input', how: 'read' },
  '>': { from: 'output', how: 'replace' },
  '1>': { from: 'output', how: 'replace' },
  '>>': { from: 'output', how: 'append' },
  '1>>': { from: 'output', how: 'append' },
  '2>': { from: 'errors', how: 'replace' },
  '2>>': { from: 'errors', how: 'append' },
  '&>': { from: 'both', how: 'replace' },
  '&>>': { from: 'both', how: 'append' },
}

const isJoin = (operator: Operator): boolean => operator === '|' || JOINS[operator] !== undefined

/** `NAME=value`, where nothing up to the `=` is quoted. */
function asAssignment({ parts, span: at }: RawWord): Assignment | undefined {
  const [first, ...rest] = parts
  if (first?.kind !== 'text' || first.quoted) return undefined
  const found = /^([A-Za-z_]\w*)=/.exec(first.text)
  if (!found) return undefined
  const begin = { ...first, text: first.text.slice(found[0].length) }
  return { name: found[1]!, value: { parts: [begin, ...rest], span: at } }
}

function lonely(token: Token): LineProblem {
  const operator = token.kind === 'operator' ? token.operator : ''
  return {
    span: token.span,
    message: `A command belongs on both sides of \`${operator}\`. To write \`${operator}\` itself, put it in quotes.`,
  }
}

const tooMany = (command: SimpleCommand): LineProblem => ({
  span: command.span,
  message: `A line runs ${limits.commands} commands at most.`,
})
