import { dim } from '../../core/text/ansi.ts'
import type { CommandContext, Program } from '../command.ts'
import type { Key } from '../keys.ts'
import { pagerAction, type PagerAction } from './actions.ts'
import { pageRows } from './page-rows.ts'

export interface PagerOptions {
  /**
   * `more`: it ends by itself with the last line, and a key that it has no use for is for the prompt.
   * `less`: it goes back and forth, looks for words, and ends with `q`.
   */
  readonly mode: 'more' | 'less'
  print(line: string): void
}

/** Shows lines page by page. What was shown stays on the screen. */
export class Pager implements Program {
  readonly name: string
  /** The first line that was not shown yet. */
  next = 0
  /** What is looked for, while it is typed. */
  query: string | undefined
  #lastQuery = ''
  #note = ''
  readonly #lines: readonly string[]
  readonly #options: PagerOptions
  readonly #context: CommandContext

  constructor(
    name: string,
    lines: readonly string[],
    options: PagerOptions,
    context: CommandContext,
  ) {
    this.name = name
    this.#lines = lines
    this.#options = options
    this.#context = context
    this.#show(0, this.#page)
  }

  get prompt(): string {
    if (this.query !== undefined) return `/${this.query}`
    const part = Math.floor((this.next / Math.max(1, this.#lines.length)) * 100)
    const where = this.#isAtEnd ? '(END)' : `--More--(${part}%)`
    const keys =
      this.#options.mode === 'more'
        ? 'Space: next page, Enter: next line, q: end'
        : 'Space, b, /, g, G, q: end'
    return dim(`${this.#note}${where} ${keys} `)
  }

  line(): void {
    // It takes keys.
  }

  eof(): void {
    this.#end()
  }

  interrupt(): void {
    this.#context.setStatus(130)
    this.#end()
  }

  press(key: Key): Key | undefined {
    const units = key.kind === 'text' ? [...key.text] : [key.name]
    for (const [at, unit] of units.entries()) {
      if (this.query !== undefined) this.#typeQuery(key.kind, unit)
      else if (!this.#do(pagerAction(key.kind, unit, this.#options.mode)))
        return key.kind === 'text' ? { kind: 'text', text: units.slice(at).join('') } : key
      else if (this.#isOver) return restOf(key, units, at + 1)
    }
    return undefined
  }

  #isOver = false

  get #isAtEnd(): boolean {
    return this.next >= this.#lines.length
  }

  get #page(): number {
    return pageRows(this.#context.session)
  }

  /** @returns Whether it had a use for it. */
  #do(action: PagerAction | undefined): boolean {
    this.#note = ''
    switch (action) {
      case 'page':
        return this.#show(this.next, this.#page)
      case 'line':
        return this.#show(this.next, 1)
      case 'back':
        return this.#show(this.next - 2 * this.#page, this.#page)
      case 'up':
        return this.#show(this.next - this.#page - 1, this.#page)
      case 'first':
        return this.#show(0, this.#page)
      case 'last':
        return this.#show(this.#lines.length - this.#page, this.#page)
      case 'find':
        this.query = ''
        return true
      case 'again':
        return this.#find(this.#lastQuery)
      case 'end':
        this.#end()
        return true
      case undefined:
        return this.#pass()
    }
  }

  /** What it has no use for: `more` prints the rest, and the prompt gets the key. */
  #pass(): boolean {
    if (this.#options.mode === 'less') return true
    this.#show(this.next, this.#lines.length)
    return false
  }

  #show(from: number, count: number): true {
    const first = Math.max(0, from)
    const lines = this.#lines.slice(first, first + count)
    for (const line of lines) this.#options.print(line)
    this.next = first + lines.length
    if (this.#isAtEnd && this.#options.mode === 'more') this.#end()
    return true
  }

  #typeQuery(kind: Key['kind'], unit: string): void {
    const query = this.query ?? ''
    if (kind === 'text') this.query = query + unit
    else if (unit === 'backspace') this.query = query === '' ? undefined : query.slice(0, -1)
    else if (unit === 'enter') {
      this.query = undefined
      this.#find(query || this.#lastQuery)
    }
  }

  /** Looks behind the first line of this page. */
  #find(query: string): true {
    this.#lastQuery = query
    const first = Math.max(0, this.next - this.#page)
    const at = this.#lines.findIndex((line, index) => index > first && line.includes(query))
    if (query === '' || at < 0) this.#note = 'Pattern not found. '
    else this.#show(at, this.#page)
    return true
  }

  #end(): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#context.done()
  }
}

/** What was typed behind the key that ended it. */
function restOf(key: Key, units: readonly string[], from: number): Key | undefined {
  const text = key.kind === 'text' ? units.slice(from).join('') : ''
  return text ? { kind: 'text', text } : undefined
}
