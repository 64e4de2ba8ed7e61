import { concatBytes, utf8 } from '../../core/bytes.ts'
import { withoutColours } from '../../core/text/ansi.ts'
import { WireText } from '../connection/wire-text.ts'
import { fileLimits, type FileTree, type Refused } from '../files/file-tree.ts'
import type { Path } from '../files/path.ts'
import type { JobScreen } from './ports.ts'

/** Where a stream of a program goes. */
export interface Sink {
  readonly isScreen: boolean
  write(octets: Uint8Array): void
  /** Whole lines, maybe with colours. */
  print(text: string): void
  /** Sentences: on the screen they are broken between words. */
  explain(text: string): void
  end(): void
}

/** Colours and the breaking of lines are for the screen alone. */
abstract class OctetSink implements Sink {
  readonly isScreen = false
  abstract write(octets: Uint8Array): void
  abstract end(): void

  print(text: string): void {
    this.write(utf8(`${withoutColours(text)}\n`))
  }

  explain(text: string): void {
    this.print(text)
  }
}

export class PipeSink extends OctetSink {
  readonly write: (octets: Uint8Array) => void
  readonly #end: () => void
  #isEnded = false

  constructor(write: (octets: Uint8Array) => void, end: () => void) {
    super()
    this.write = write
    this.#end = end
  }

  end(): void {
    if (!this.#isEnded) this.#end()
    this.#isEnded = true
  }
}

export class NullSink extends OctetSink {
  write(): void {
    // This output has no reader.
  }

  end(): void {
    // There is no end to report.
  }
}

/** Writes to a file what came, when all has come; what the file holds no more is left out, and reported. */
export class FileSink extends OctetSink {
  readonly #files: FileTree
  readonly #path: Path
  readonly #refuse: (reason: string) => void
  #parts: Uint8Array[] = []
  #size = 0
  #isEnded = false

  constructor(files: FileTree, path: Path, refuse: (reason: string) => void) {
    super()
    this.#files = files
    this.#path = path
    this.#refuse = refuse
  }

  /** Makes the file, or empties it. */
  open(how: 'replace' | 'append'): Refused {
    return how === 'append'
      ? this.#files.append(this.#path, new Uint8Array(0))
      : this.#files.write(this.#path, new Uint8Array(0))
  }

  write(octets: Uint8Array): void {
    if (this.#size > fileLimits.file) return
    this.#size += octets.length
    this.#parts.push(octets.slice())
  }

  end(): void {
    if (this.#isEnded) return
    this.#isEnded = true
    const refused = this.#files.append(this.#path, concatBytes(this.#parts))
    this.#parts = []
    if (refused !== undefined) this.#refuse(refused)
  }
}

export class ScreenSink implements Sink {
  readonly isScreen = true
  readonly #screen: JobScreen
  readonly #text = new WireText()

  constructor(screen: JobScreen) {
    this.#screen = screen
  }

  write(octets: Uint8Array): void {
    this.#screen.write(this.#text.read(octets))
  }

  print(text: string): void {
    this.#screen.print(text)
  }

  explain(text: string): void {
    this.#screen.explain(text)
  }

  end(): void {
    const rest = this.#text.end()
    if (rest !== '') this.#screen.write(rest)
  }
}
