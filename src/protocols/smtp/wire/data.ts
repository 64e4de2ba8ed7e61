import { TEXT_LINE } from '../limits.ts'
import { nextControl } from '../../shared/wire/next-control.ts'
import { addToRope, emptyRope, type Rope } from '../../shared/wire/rope.ts'

/**
 * A message as it comes in after DATA, decoded octet by octet, so that it never matters where the
 * network cut it. The stuffed dots are taken out (RFC 5321 §4.5.2), nothing else is changed.
 */
export interface DataState {
  readonly at: Position
  readonly content: Rope
  /** Octets of the message so far, stored or not (RFC 1870 §5 counts CRLF, but no stuffed dots). */
  readonly size: number
  /** Octets of the line so far. */
  readonly line: number
  readonly bareLf: boolean
  readonly longLine: boolean
  /** Whether a mailbox can keep it as it came: no CR and no LF stands alone, and there is no NUL. */
  readonly isPlain: boolean
}

/** `dot`: a dot that began a line is held back. `dot-cr`: a CR behind it too. `cr`: a CR is. */
type Position = 'line-start' | 'text' | 'cr' | 'dot' | 'dot-cr'

/** The CRLF of the DATA command itself counts as the line end before the first line (§4.1.1.4). */
export const emptyData: DataState = {
  at: 'line-start',
  content: emptyRope,
  size: 0,
  line: 0,
  bareLf: false,
  longLine: false,
  isPlain: true,
}

export interface DataRules {
  /** Whether a bare LF, or a bare CR around a lone dot, can end a line as CRLF does. */
  readonly bareLf: 'strict' | 'lax'
  /** Octets to store; a longer message is measured and dropped. 0 for no limit. */
  readonly maxSize: number
}

export interface DataRead {
  readonly state: DataState
  /** Where the octets behind the end of the message begin. */
  readonly next: number
  readonly ended: boolean
}

const NUL = 0
const LF = 10
const CR = 13
const DOT = 46

const none = new Uint8Array()

/** Octets that one call reads at most. */
const WINDOW = 65_536

/** Room for octets that go one by one: most messages have but few. */
const ROOM = 256

/**
 * Reads message data from `bytes`, starting at `from`, up to the end of the message if it comes,
 * or as far as `next` goes.
 */
export const readData = (
  state: DataState,
  bytes: Uint8Array,
  from: number,
  rules: DataRules,
): DataRead => new Decoder(state, bytes, from, rules).read()

/** One call of `readData`: the state of the message, and where in the octets it stands. */
class Decoder {
  private at: Position
  private line: number
  private bareLf: boolean
  private longLine: boolean
  private isPlain: boolean
  private content: Rope
  private next: number
  private ended = false
  private readonly end: number
  private readonly window: Uint8Array
  /** Where octets go one by one; only what is not whole lines takes this way. */
  private out = none
  private written = 0

  private readonly before: DataState
  private readonly bytes: Uint8Array
  private readonly rules: DataRules

  constructor(before: DataState, bytes: Uint8Array, from: number, rules: DataRules) {
    this.before = before
    this.bytes = bytes
    this.rules = rules

    this.at = before.at
    this.line = before.line
    this.bareLf = before.bareLf
    this.longLine = before.longLine
    this.isPlain = before.isPlain
    this.content = before.content
    this.next = from
    this.end = Math.min(bytes.length, from + WINDOW)
    this.window = bytes.subarray(0, this.end)
  }

  read(): DataRead {
    while (this.next < this.end && !this.ended) {
      if (this.at === 'line-start') this.takeLines()
      else if (this.at === 'text') this.takeRun()
      if (this.next < this.end) this.takeOctet(this.bytes[this.next++]!)
    }
    this.take(none)
    const { at, content, line, bareLf, longLine, isPlain, next, ended, before, rules } = this
    const size = before.size + content.length - before.content.length
    const fits = rules.maxSize === 0 || size <= rules.maxSize
    return {
      state: { at, content: fits ? content : emptyRope, size, line, bareLf, longLine, isPlain },
      next,
      ended,
    }
  }

  /** Whole lines go as they came. */
  private takeLines(): void {
    const stop = endOfLines(this.window, this.next)
    this.take(this.bytes.subarray(this.next, stop))
    this.next = stop
  }

  /** Plain octets within a line. */
  private takeRun(): void {
    const stop = nextControl(this.bytes, this.next, this.end)
    if (stop > this.next) this.take(this.bytes.subarray(this.next, stop))
    this.line += stop - this.next
    if (this.line > TEXT_LINE) this.longLine = true
    this.next = stop
  }

  private takeOctet(octet: number): void {
    switch (this.at) {
      case 'line-start':
        if (octet === DOT) this.at = 'dot'
        else this.plain(octet)
        break
      case 'text':
        this.plain(octet)
        break
      case 'cr':
        this.afterCr(octet)
        break
      case 'dot':
        if (octet === CR) this.at = 'dot-cr'
        else if (octet === LF && this.rules.bareLf === 'lax') this.ended = true
        else this.plain(octet)
        break
      case 'dot-cr':
        this.afterDotCr(octet)
    }
  }

  private afterCr(octet: number): void {
    this.keep(CR)
    if (octet === LF) {
      this.keep(LF)
      this.endLine()
      return
    }
    this.isPlain = false
    if (octet === DOT && this.rules.bareLf === 'lax') {
      this.line = 0
      this.at = 'dot'
    } else this.plain(octet)
  }

  private afterDotCr(octet: number): void {
    if (octet === LF) this.ended = true
    else if (this.rules.bareLf === 'lax') {
      // `<CR>.<CR>` ended it; this octet is a command's first.
      this.next--
      this.ended = true
    } else {
      this.isPlain = false
      this.keep(CR)
      this.plain(octet)
    }
  }

  private plain(octet: number): void {
    if (octet === CR) {
      this.at = 'cr'
      return
    }
    this.keep(octet)
    if (octet === NUL || octet === LF) this.isPlain = false
    if (octet !== LF) {
      this.at = 'text'
      return
    }
    this.bareLf = true
    if (this.rules.bareLf === 'lax') this.endLine()
    else this.at = 'text'
  }

  private endLine(): void {
    this.at = 'line-start'
    this.line = 0
  }

  private keep(octet: number): void {
    if (this.written === this.out.length) {
      this.take(none)
      this.out = new Uint8Array(ROOM)
    }
    this.out[this.written++] = octet
    if (++this.line > TEXT_LINE) this.longLine = true
  }

  /** Adds octets to the content, behind those that were kept one by one. */
  private take(octets: Uint8Array): void {
    if (this.written > 0) {
      this.content = addToRope(this.content, this.out.subarray(0, this.written))
      this.out = this.out.subarray(this.written)
      this.written = 0
    }
    this.content = addToRope(this.content, octets)
  }
}

/** Where the whole lines end that are stored as they came: most of a message, so they go at once. */
function endOfLines(window: Uint8Array, from: number): number {
  let at = from
  while (at < window.length && window[at] !== DOT) {
    const cr = nextControl(window, at, window.length)
    if (window[cr] !== CR || window[cr + 1] !== LF || cr + 2 - at > TEXT_LINE) break
    at = cr + 2
  }
  return at
}
