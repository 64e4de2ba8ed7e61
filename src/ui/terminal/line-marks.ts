import type { IMarker, Terminal } from '@xterm/xterm'
import { LINE_MARK, readMark, type ReadMark } from '../../core/text/line-mark.ts'

/** A mark of the shell, and the line of the buffer that it stands in. */
export interface PlacedMark extends ReadMark {
  readonly marker: IMarker
}

/** The newest marks that are kept: each is looked at whenever the buffer loses a line. */
const KEPT = 800

/** Keeps the marks that the shell writes into lines, while the lines move. */
export class LineMarks {
  /** From the top to the bottom. */
  all: PlacedMark[] = []
  readonly #terminal: Pick<Terminal, 'parser' | 'registerMarker'>

  constructor(terminal: Pick<Terminal, 'parser' | 'registerMarker'>) {
    this.#terminal = terminal
    terminal.parser.registerOscHandler(LINE_MARK, (data) => {
      this.#place(readMark(data))
      return true
    })
  }

  /** What stood in this line and below has been written over, or soon will be. */
  #place(mark: ReadMark): void {
    const marker = this.#terminal.registerMarker(0)
    const { all } = this
    for (let last = all.at(-1); last && last.marker.line >= marker.line; last = all.at(-1))
      all.pop()!.marker.dispose()
    // The shell's own lines have no glyph.
    if (mark.mark === 'program') return marker.dispose()
    all.push({ ...mark, marker })
    if (all.length <= KEPT * 1.5) return
    for (const old of all.splice(0, all.length - KEPT)) old.marker.dispose()
  }
}
