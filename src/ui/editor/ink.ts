import { inks } from './inks.ts'
import { PaintedLines, type Painted, type Underline } from './painted-lines.ts'

/** The coloured text behind the plain field: one element a line, of which only changed ones are drawn. */
export class Ink {
  private readonly lines = new PaintedLines()
  private readonly sheet: HTMLElement

  /** @param sheet Holds the lines and nothing else. */
  constructor(sheet: HTMLElement) {
    this.sheet = sheet
  }

  show(text: string): void {
    const { from, removed, added } = this.lines.update(text)
    for (let left = removed; left > 0; left--) this.sheet.children[from]!.remove()
    const drawn = document.createDocumentFragment()
    for (let at = from; at < from + added; at++) drawn.append(this.draw(at))
    this.sheet.insertBefore(drawn, this.sheet.children[from] ?? null)
  }

  /** @param underlines In the text that is shown. */
  underline(underlines: readonly Underline[]): void {
    for (const at of this.lines.underline(underlines))
      this.sheet.children[at]!.replaceWith(this.draw(at))
  }

  private draw(at: number): HTMLElement {
    const line = document.createElement('span')
    line.append(...this.lines.parts(at).map(toNode))
    return line
  }
}

function toNode({ text, kind, severity }: Painted): Node {
  const ink = kind && inks[kind]
  if (!ink && !severity) return document.createTextNode(text)
  const part = document.createElement('span')
  part.textContent = text
  if (ink) part.className = kind === 'comment' ? `ink-${ink} aside` : `ink-${ink}`
  if (severity) part.dataset['severity'] = severity
  return part
}
