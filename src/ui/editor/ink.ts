import type { Severity } from '../../core/diagnostic.ts'
import type { ColourLine } from '../../lab/language/colours/colour-document.ts'
import { boldKinds, inks } from './inks.ts'
import type { LineFinding } from './line-findings.ts'
import { PaintedLines, type Painted, type Underline } from './painted-lines.ts'
import { severities } from './severities.ts'

/** The coloured text behind the plain field: one element a line, of which only changed ones are drawn. */
export class Ink {
  private readonly lines: PaintedLines
  private readonly sheet: HTMLElement

  /**
   * @param sheet Holds the lines and nothing else.
   * @param colour Absent where it is yet to come.
   */
  constructor(sheet: HTMLElement, colour: ColourLine | undefined) {
    this.sheet = sheet
    this.lines = new PaintedLines(colour)
  }

  /** Colours the lines that are shown. Each stays as wide and as high as it was. */
  recolour(colour: ColourLine): void {
    this.lines.recolour(colour)
    for (const [at, before] of [...this.sheet.children].entries())
      before.replaceWith(this.draw(at, before))
  }

  show(text: string): void {
    const { from, removed, added } = this.lines.update(text)
    const gone = Array.from({ length: removed }, (_, at) => this.sheet.children[from + at]!)
    const next = this.sheet.children[from + removed] ?? null
    const drawn = Array.from({ length: added }, (_, at) => this.draw(from + at, gone[at]))
    for (const line of gone) line.remove()
    const all = document.createDocumentFragment()
    all.append(...drawn)
    this.sheet.insertBefore(all, next)
  }

  /** @param underlines In the text that is shown. */
  underline(underlines: readonly Underline[]): void {
    for (const at of this.lines.underline(underlines)) {
      const before = this.sheet.children[at]!
      before.replaceWith(this.draw(at, before))
    }
  }

  /** Marks the lines of findings, in place of their numbers. */
  sign(findings: readonly LineFinding[]): void {
    for (const line of this.sheet.querySelectorAll<HTMLElement>('[data-sign]')) mark(line)
    for (const { line, severity } of findings) mark(this.sheet.children[line - 1], severity)
  }

  /** How far down a line begins, in pixels. @param at Its number, from 0. */
  topOf(at: number): number {
    const line = this.sheet.children[at]
    return line instanceof HTMLElement ? line.offsetTop : 0
  }

  /** @param before The line in whose place it is drawn: a mark stays until findings come anew. */
  private draw(at: number, before: Element | undefined): HTMLElement {
    const line = document.createElement('span')
    line.className = 'row'
    const severity = before instanceof HTMLElement ? before.dataset['worst'] : undefined
    if (severity) mark(line, severity as Severity)
    line.append(...this.lines.parts(at).map(toNode))
    return line
  }
}

function mark(line: Element | undefined, severity?: Severity): void {
  if (!(line instanceof HTMLElement)) return
  if (severity) {
    line.dataset['sign'] = severities[severity].sign
    line.dataset['worst'] = severity
  } else {
    delete line.dataset['sign']
    delete line.dataset['worst']
  }
}

function toNode({ text, kind, severity }: Painted): Node {
  const ink = kind && inks[kind]
  if (!ink && !severity) return document.createTextNode(text)
  const part = document.createElement('span')
  part.textContent = text
  if (ink) part.className = `ink-${ink}`
  part.classList.toggle('aside', kind === 'comment')
  part.classList.toggle('bold', kind !== undefined && boldKinds.has(kind))
  if (severity) part.dataset['severity'] = severity
  return part
}
