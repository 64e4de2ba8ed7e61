import { span } from '../../core/span.ts'
import { limits } from './limits.ts'
import { headingIn, isAside, isGap, isRemark, marksOf, type MarkedText } from './read-mark.ts'
import { speakers } from './bare-session.ts'
import type { MoreText, ProblemKind, TranscriptProblem, WrittenLine } from './written-line.ts'

export interface LinesRead {
  readonly lines: readonly WrittenLine[]
  readonly problems: readonly TranscriptProblem[]
}

/**
 * Reads a transcript as its lines. `C:` and `S:` say whose a line is, or `>` and `<`; a line without
 * a mark that is set in goes on with the one above; `#` begins a remark, `...` stands for what is
 * left out. Where no line has a mark at all, it is taken for a session as a terminal shows it. Never
 * throws.
 */
export const readLines = (text: string): LinesRead => new LineReader(text).read()

/** A line of the text, without its end. */
interface RawLine {
  readonly text: string
  /** In the whole text. */
  readonly at: number
}

interface OpenLine extends Omit<WrittenLine, 'more' | 'span'> {
  from: number
  to: number
  /** How far it and its mark are set in. */
  readonly column: number
  readonly more: MoreText[]
}

class LineReader {
  private readonly lines: OpenLine[] = []
  private readonly problems: TranscriptProblem[] = []
  private readonly text: string
  /** Empty lines since the last one, which may belong to a message. */
  private blanks: RawLine[] = []
  private heading = ''

  constructor(text: string) {
    this.text = text
  }

  read(): LinesRead {
    const raw = this.split()
    const readMark = marksOf(raw.map((line) => line.text))
    if (readMark) for (const line of raw) this.take(line, readMark(line.text))
    else for (const line of speakers(raw)) this.add(line, line.who, line.text, '')
    const lines = this.lines.map(({ from, to, column: _, ...line }) => ({
      ...line,
      span: span(from, to),
    }))
    if (!lines.some(({ who }) => who === 'client' || who === 'server'))
      this.problem('no-line', 0, Math.min(this.text.length, limits.line))
    return { lines, problems: this.problems }
  }

  private split(): RawLine[] {
    const read = this.text.slice(0, limits.text)
    if (read.length < this.text.length) this.problem('too-long', read.length, this.text.length)
    const raw: RawLine[] = []
    let at = 0
    for (const whole of read.split('\n')) {
      if (raw.length === limits.lines) {
        this.problem('too-many-lines', at, read.length)
        break
      }
      const line = whole.replace(/\r$/, '')
      if (line.length > limits.line) this.problem('too-long', at + limits.line, at + line.length)
      raw.push({ text: line.slice(0, limits.line), at })
      at += whole.length + 1
    }
    return raw
  }

  private take(line: RawLine, mark: MarkedText | undefined): void {
    const { text } = line
    if (text.trim() === '') return void this.blanks.push(line)
    if (mark) return this.takeMarked(line, mark)
    if (this.goesOn(line)) return
    this.blanks = []
    const heading = headingIn(text)
    if (heading !== undefined) {
      this.heading = heading
      return this.add(line, 'heading', heading, heading)
    }
    if (isGap(text)) return this.add(line, 'gap', '', this.heading)
    if (!isRemark(text)) this.problem('no-mark', line.at, line.at + text.length)
    this.add(line, 'note', text.trim(), this.heading)
  }

  private takeMarked(line: RawLine, mark: MarkedText): void {
    this.blanks = []
    const { text, at, connection } = mark
    const name = connection || this.heading
    if (isGap(text)) return this.add(line, 'gap', '', name, at)
    if (isAside(text)) return this.add(line, 'note', text.trim(), name, at)
    this.add(line, mark.who, text, name, at)
  }

  /** Below a marked line and set in deeper than its mark: it belongs to that line. */
  private goesOn(line: RawLine): boolean {
    const open = this.lines.at(-1)
    if (!open || (open.who !== 'client' && open.who !== 'server')) return false
    const indent = line.text.length - line.text.trimStart().length
    if (indent <= open.column || isGap(line.text) || headingIn(line.text) !== undefined)
      return false
    for (const blank of this.blanks) this.goOn(open, blank, 0)
    this.blanks = []
    this.goOn(open, line, Math.min(indent, open.column + MARK))
    return true
  }

  private goOn(open: OpenLine, { text, at }: RawLine, indent: number): void {
    open.more.push({ text: text.slice(indent), span: span(at + indent, at + text.length) })
    open.to = at + text.length
  }

  private add(
    { text: whole, at }: RawLine,
    who: WrittenLine['who'],
    text: string,
    connection: string,
    from = 0,
  ): void {
    this.lines.push({
      ...{ who, text, connection, more: [] },
      ...{ from: at + from, to: at + whole.length },
      column: whole.length - whole.trimStart().length,
    })
  }

  private problem(kind: ProblemKind, from: number, to: number): void {
    this.problems.push({ kind, span: span(from, to) })
  }
}

/** `C: `: what goes on with a line begins below its text. */
const MARK = 3
