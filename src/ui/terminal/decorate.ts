import type { IDisposable, ILink, Terminal } from '@xterm/xterm'
import { drawMarks, newestRefusal, type Grid } from './gutter.ts'
import type { LineMarks } from './line-marks.ts'
import { markedLines, type PlacedWord } from './marked-lines.ts'
import type { FoundWord } from './words.ts'

/** A word, and where it is drawn, in CSS pixels of the window. */
export interface ShownWord {
  readonly word: FoundWord
  /** Its place in the buffer. */
  readonly row: number
  readonly column: number
  readonly left: number
  readonly top: number
  readonly bottom: number
}

export interface WordListener {
  /** The pointer rests on a word, or goes on. */
  hovered(word: ShownWord | undefined): void
  /** A word was clicked or tapped. */
  chosen(word: ShownWord): void
}

function whenSized(element: HTMLElement, act: () => void): IDisposable {
  const observer = new ResizeObserver(act)
  observer.observe(element)
  return { dispose: () => observer.disconnect() }
}

/** Draws what the marks of the shell say beside the screen, and makes its words answer. */
export class Decorations {
  readonly #terminal: Terminal
  readonly #marks: LineMarks
  readonly #layer: HTMLElement
  readonly #listener: WordListener
  readonly #ends: readonly IDisposable[]
  #frame = 0

  /** @param layer Where it is drawn: its top is that of the screen. */
  constructor(terminal: Terminal, marks: LineMarks, layer: HTMLElement, listener: WordListener) {
    this.#terminal = terminal
    this.#marks = marks
    this.#layer = layer
    this.#listener = listener
    const drawSoon = (): void => {
      cancelAnimationFrame(this.#frame)
      this.#frame = requestAnimationFrame(() => this.#draw())
    }
    this.#ends = [
      terminal.onRender(drawSoon),
      terminal.onScroll(drawSoon),
      terminal.onResize(drawSoon),
      whenSized(this.#screen, drawSoon),
      terminal.registerLinkProvider({
        provideLinks: (row, reply) => reply(this.#linksIn(row - 1)),
      }),
    ]
    this.#draw()
  }

  /** Words that have a card, the oldest first. */
  get words(): readonly PlacedWord[] {
    return markedLines(this.#terminal, this.#marks).flatMap(({ words }) => words)
  }

  /** Scrolls to the row of a word, if it is out of sight. */
  reveal(word: PlacedWord): ShownWord {
    const { top, rows } = this.#grid
    if (word.row < top || word.row >= top + rows) this.#terminal.scrollToLine(word.row)
    return this.#shown(word)
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame)
    for (const end of this.#ends) end.dispose()
    this.#layer.replaceChildren()
  }

  get #screen(): HTMLElement {
    return this.#terminal.element!.querySelector('.xterm-screen')!
  }

  get #grid(): Grid {
    const { clientWidth, clientHeight } = this.#screen
    const { cols, rows, buffer } = this.#terminal
    const cell = { width: clientWidth / cols, height: clientHeight / rows }
    return { top: buffer.active.viewportY, rows, cell }
  }

  #draw(): void {
    const grid = this.#grid
    // Where it is hidden rows have no height; it is drawn once it has one.
    if (grid.cell.height === 0) return
    const lines = markedLines(this.#terminal, this.#marks, grid.top, grid.top + grid.rows)
    drawMarks(this.#layer, lines, newestRefusal(this.#marks.all), grid)
  }

  #shown({ word, row, column }: PlacedWord): ShownWord {
    const { left, top } = this.#screen.getBoundingClientRect()
    const { top: first, cell } = this.#grid
    const y = top + (row - first) * cell.height
    return { word, row, column, left: left + column * cell.width, top: y, bottom: y + cell.height }
  }

  #linksIn(row: number): ILink[] {
    return markedLines(this.#terminal, this.#marks, row, row + 1)
      .flatMap(({ words }) => words)
      .filter((word) => word.row === row)
      .map((word) => this.#linkOf(word))
  }

  #linkOf(word: PlacedWord): ILink {
    const y = word.row + 1
    return {
      text: word.word.text,
      range: { start: { x: word.column + 1, y }, end: { x: word.column + word.cells, y } },
      decorations: { underline: false, pointerCursor: true },
      activate: () => this.#listener.chosen(this.#shown(word)),
      hover: () => this.#listener.hovered(this.#shown(word)),
      leave: () => this.#listener.hovered(undefined),
    }
  }
}
