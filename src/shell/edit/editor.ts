import { utf8 } from '../../core/bytes.ts'
import type { CommandContext, Program, ProgramView } from '../command.ts'
import type { Path } from '../files/path.ts'
import type { Key } from '../keys.ts'
import { withPictures } from '../../core/text/visible.ts'
import { editBuffer, openBuffer, textOf, type EditBuffer } from './buffer.ts'
import { drawEditor, WINDOW_ROWS } from './draw.ts'

/** The file that is edited. */
export interface EditedFile {
  /** As typed. */
  readonly name: string
  readonly path: Path
  /** What it held; undefined where it is new. */
  readonly text: string | undefined
}

const HELP = '^O Write  ^X Exit  ^K Cut line  ^U Paste  ^W Where is  ^C Leave, keep a copy'
const ASK = 'Write the changes?  Y Yes  N No  any other key: go on'

/** An editor of a few rows, with keys as in nano. */
export class Editor implements Program {
  readonly name = 'edit'
  buffer: EditBuffer
  /** `asking`: whether changes shall be written. `finding`: a word is typed to look for. */
  state: 'editing' | 'asking' | 'finding' = 'editing'
  #top = 0
  #query = ''
  #status: string
  #saved: string
  readonly #file: EditedFile
  readonly #context: CommandContext

  constructor(file: EditedFile, context: CommandContext) {
    this.#file = file
    this.#context = context
    this.buffer = openBuffer(file.text ?? '')
    this.#saved = file.text === undefined ? '' : textOf(this.buffer)
    const { length } = this.buffer.lines
    this.#status = file.text === undefined ? 'New file' : `Read ${linesText(length)}`
    context.announce(`edit ${file.name}. ${this.#status}. ${HELP}`)
  }

  get isChanged(): boolean {
    return textOf(this.buffer) !== this.#saved
  }

  view(columns: number): ProgramView {
    const { row, lines } = this.buffer
    const title = `── edit ${this.#file.name}${this.isChanged ? ' (changed)' : ''} ──`
    const status =
      this.state === 'finding'
        ? `Search: ${this.#query}`
        : `[ ${this.#status || `line ${row + 1} of ${lines.length}`} ]`
    const help = this.state === 'asking' ? ASK : HELP
    const safe = { ...this.buffer, lines: lines.map(withPictures) }
    return drawEditor(safe, this.#top, { title, status, help }, columns)
  }

  press(key: Key): Key | undefined {
    if (this.state === 'asking') return this.#answer(key)
    if (this.state === 'finding') this.#typeQuery(key)
    else if (key.kind === 'press' && key.name === 'ctrl-o') this.#write()
    else if (key.kind === 'press' && key.name === 'ctrl-x') this.#exit()
    else if (key.kind === 'press' && key.name === 'ctrl-w') this.state = 'finding'
    else this.#edit(key)
    return undefined
  }

  line(): void {
    // It takes keys.
  }

  eof(): void {
    this.interrupt()
  }

  /** Ends it like everything else, and loses nothing. */
  interrupt(): void {
    if (this.isChanged) {
      const { name, path } = this.#file
      const refused = this.#put(`${path}.save`)
      this.#context.note(
        refused === undefined
          ? `What was not written is in ${name}.save.`
          : `${name}.save: ${refused}`,
      )
    }
    this.#context.setStatus(130)
    this.#context.done()
  }

  #edit(key: Key): void {
    const before = this.buffer
    this.buffer = editBuffer(before, key)
    this.#status = ''
    this.#follow()
    const { row, lines } = this.buffer
    if (row !== before.row) this.#context.announce(lines[row] || 'blank')
  }

  /** Keeps the cursor in the window. */
  #follow(): void {
    const { row } = this.buffer
    this.#top = Math.min(this.#top, row)
    if (row >= this.#top + WINDOW_ROWS) this.#top = row - WINDOW_ROWS + 1
  }

  #typeQuery(key: Key): void {
    if (key.kind === 'text') this.#query += key.text
    else if (key.name === 'backspace') this.#query = this.#query.slice(0, -1)
    else {
      this.state = 'editing'
      if (key.name === 'enter') this.#find()
    }
  }

  /** From behind the cursor to the end, and then from the beginning. */
  #find(): void {
    const { lines, row, column } = this.buffer
    const found = Array.from({ length: lines.length + 1 }, (_, step) => {
      const at = (row + step) % lines.length
      return [at, lines[at]!.indexOf(this.#query, step === 0 ? column + 1 : 0)] as const
    }).find(([, place]) => place >= 0)
    if (found && this.#query !== '') {
      this.buffer = { ...this.buffer, row: found[0], column: found[1] }
      this.#follow()
      this.#report(`Line ${found[0] + 1}`)
    } else this.#report(`"${this.#query}" not found`)
  }

  #report(status: string): void {
    this.#status = status
    this.#context.announce(status)
  }

  #put(path: Path): string | undefined {
    return this.#context.session.files.write(path, utf8(textOf(this.buffer)))
  }

  /** @returns Whether it could be written. */
  #write(): boolean {
    const refused = this.#put(this.#file.path)
    if (refused === undefined) this.#saved = textOf(this.buffer)
    this.#report(refused ?? `Wrote ${linesText(this.buffer.lines.length)}`)
    return refused === undefined
  }

  #exit(): void {
    if (!this.isChanged) return this.#context.done()
    this.state = 'asking'
    this.#context.announce(ASK)
  }

  /** @returns What was typed behind the answer. */
  #answer(key: Key): Key | undefined {
    this.state = 'editing'
    const answer = key.kind === 'text' ? key.text[0]!.toLowerCase() : ''
    const isOver = answer === 'n' || (answer === 'y' && this.#write())
    if (!isOver) return undefined
    this.#context.note(
      answer === 'y'
        ? `${this.#file.name}: ${linesText(this.buffer.lines.length)} written.`
        : 'Nothing was written.',
    )
    this.#context.done()
    const rest = key.kind === 'text' ? key.text.slice(1) : ''
    return rest ? { kind: 'text', text: rest } : undefined
  }
}

const linesText = (count: number): string => (count === 1 ? '1 line' : `${count} lines`)
