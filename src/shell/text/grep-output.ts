import { latin1 } from '../../core/bytes.ts'
import type { Matcher } from './matcher.ts'

export type GrepSwitch =
  | 'fold'
  | 'invert'
  | 'number'
  | 'count'
  | 'files'
  | 'only'
  | 'basic'
  | 'extended'
  | 'fixed'
  | 'word'
  | 'line'
  | 'unnamed'
  | 'named'
  | 'quiet'
  | 'silent'
  | 'text'

export interface GrepAround {
  readonly after: number
  readonly before: number
  /** Lines that are looked for in each file. */
  readonly most: number
  readonly isNamed: boolean
}

/** Looks at the lines of one file after the other, and prints those that are wanted. */
export class GrepOutput {
  hasFound = false
  /** Lines found in this file. */
  #count = 0
  #number = 0
  /** Lines before this one that may still be printed. */
  #before: string[] = []
  #afterLeft = 0
  #lastPrinted = 0
  #hasPrinted = false
  readonly #matchers: readonly Matcher[]
  readonly #on: ReadonlySet<GrepSwitch>
  readonly #around: GrepAround
  readonly #write: (octets: Uint8Array) => void

  constructor(
    matchers: readonly Matcher[],
    on: ReadonlySet<GrepSwitch>,
    around: GrepAround,
    write: (octets: Uint8Array) => void,
  ) {
    this.#matchers = matchers
    this.#on = on
    this.#around = around
    this.#write = write
  }

  /** @returns `enough` where no further line can change anything. */
  take(lines: readonly string[], name: string): 'enough' | undefined {
    for (const line of lines) {
      if (this.#count >= this.#around.most && this.#afterLeft <= 0) return 'enough'
      this.#number++
      const isFound = this.#count < this.#around.most && this.#matches(line)
      if (isFound) this.#found(line, name)
      else this.#passBy(line, name)
      if (isFound && (this.#on.has('quiet') || this.#on.has('files'))) return 'enough'
    }
    return undefined
  }

  sourceEnds(name: string): void {
    const before = this.#around.isNamed ? `${shownName(name)}:` : ''
    if (this.#on.has('quiet')) return
    if (this.#on.has('files')) {
      if (this.#count) this.#print(shownName(name))
    } else if (this.#on.has('count')) this.#print(`${before}${this.#count}`)
    this.#count = this.#number = this.#afterLeft = this.#lastPrinted = 0
    this.#before = []
  }

  #matches(line: string): boolean {
    return this.#matchers.some((matcher) => matcher.test(line)) !== this.#on.has('invert')
  }

  get #isSilent(): boolean {
    return this.#on.has('quiet') || this.#on.has('files') || this.#on.has('count')
  }

  #found(line: string, name: string): void {
    this.hasFound = true
    this.#count++
    if (this.#isSilent) return
    if (this.#on.has('only')) return this.#printParts(line, name)
    const first = this.#number - this.#before.length
    for (const [at, before] of this.#before.entries())
      this.#printLine(before, name, first + at, '-')
    this.#before = []
    this.#printLine(line, name, this.#number, ':')
    this.#afterLeft = this.#around.after
  }

  #passBy(line: string, name: string): void {
    if (this.#isSilent || this.#on.has('only')) return
    if (this.#afterLeft > 0) {
      this.#afterLeft--
      this.#printLine(line, name, this.#number, '-')
    } else if (this.#around.before > 0) {
      this.#before.push(line)
      if (this.#before.length > this.#around.before) this.#before.shift()
    }
  }

  #printParts(line: string, name: string): void {
    if (this.#on.has('invert')) return
    for (let at = 0; at <= line.length;) {
      const places = this.#matchers.flatMap((matcher) => {
        const place = matcher.find(line, at)
        return place ? [place] : []
      })
      const [first] = places.toSorted((a, b) => a[0] - b[0] || b[1] - a[1])
      if (!first) return
      const [from, to] = first
      if (to > from) this.#print(this.#head(name, this.#number, ':') + line.slice(from, to))
      at = Math.max(to, from + 1)
    }
  }

  #printLine(line: string, name: string, number: number, mark: string): void {
    const hasGap = this.#around.before + this.#around.after > 0
    if (hasGap && this.#hasPrinted && number !== this.#lastPrinted + 1) this.#print('--')
    this.#lastPrinted = number
    this.#print(this.#head(name, number, mark) + line)
  }

  #head(name: string, number: number, mark: string): string {
    const file = this.#around.isNamed ? shownName(name) + mark : ''
    return file + (this.#on.has('number') ? `${number}${mark}` : '')
  }

  #print(line: string): void {
    this.#hasPrinted = true
    this.#write(latin1(`${line}\n`))
  }
}

const shownName = (name: string): string => (name === '-' ? '(standard input)' : name)
