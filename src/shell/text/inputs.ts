import { concatBytes, utf8 } from '../../core/bytes.ts'
import { clip } from '../../core/text/clip.ts'
import { dim, withCode } from '../../core/text/ansi.ts'
import type { CommandContext, Program } from '../command.ts'
import { pathOf } from '../files/place.ts'
import type { Word } from '../language/tree.ts'
import { showText } from '../show-text.ts'

/** What a program that reads files or its standard input does with it. */
export interface Reader {
  /** @returns `enough` where nothing more is wanted of this one. */
  take(octets: Uint8Array, source: Source): 'enough' | undefined
  /** One of them is at its end. */
  sourceEnds?(source: Source): void
  /** One of them cannot be read; why was printed. */
  missed?(): void
  /** All were read. */
  end(): void
}

export interface Source {
  /** As typed; `-` is standard input. */
  readonly name: string
  readonly isInput: boolean
}

/** A file's octets. @returns Undefined where it cannot be read; the reason is then printed. */
export function readFile(command: string, name: string, context: CommandContext) {
  const { session } = context
  const path = pathOf(session, name)
  if (path === '/dev/null') return new Uint8Array(0)
  const found = session.files.read(path)
  if (found) return found.octets
  const reason = session.files.isFolder(path) ? 'Is a directory' : 'No such file or directory'
  context.complain(`${command}: ${showText(clip(name))}: ${reason}`)
  return undefined
}

const INPUT: Source = { name: '-', isInput: true }

/**
 * Reads files one after the other, or standard input where none is named or `-` is.
 * @returns A program, where it has to wait for its input.
 */
export function readInputs(
  command: string,
  files: readonly Word[],
  context: CommandContext,
  reader: Reader,
): Program | undefined {
  const queue = files.length ? files.map(({ text }) => text) : ['-']
  const hasInput = (): boolean => readFiles(command, queue, context, reader)
  if (!hasInput()) return undefined
  return inputProgram(command, context, {
    take: (octets) => reader.take(octets, INPUT),
    end() {
      reader.sourceEnds?.(INPUT)
      // What stands behind `-`; a second `-` finds nothing more to read.
      while (hasInput()) reader.sourceEnds?.(INPUT)
    },
  })
}

/** Reads up to the next `-`. @returns Whether there is one; else the reader comes to its end. */
function readFiles(
  command: string,
  queue: string[],
  context: CommandContext,
  reader: Reader,
): boolean {
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    if (name === '-') return true
    const octets = readFile(command, name, context)
    if (!octets) {
      reader.missed?.()
      continue
    }
    const source = { name, isInput: false }
    reader.take(octets, source)
    reader.sourceEnds?.(source)
  }
  reader.end()
  return false
}

/** A program that reads its standard input to its end: of a pipe, a file, or as somebody types it. */
export function inputProgram(
  name: string,
  context: CommandContext,
  reader: { take(octets: Uint8Array): 'enough' | undefined; end(): void },
): Program {
  if (context.inputFrom === 'keyboard')
    context.note(
      dim(
        withCode(`\`${name}\` reads what you type. Ctrl-D on an empty line ends it, Ctrl-C too.`),
      ),
    )
  let isOver = false
  const end = (): void => {
    if (isOver) return
    isOver = true
    reader.end()
    context.done()
  }
  const take = (octets: Uint8Array): void => {
    if (!isOver && reader.take(octets) === 'enough') end()
  }
  return {
    name,
    input: take,
    line: (text, ending) => take(utf8(ending === 'enter' ? `${text}\n` : text)),
    eof: end,
    interrupt() {
      isOver = true
      context.setStatus(130)
      context.done()
    },
  }
}

/**
 * All that was read, whole: of each file, or of standard input.
 * @param missed Is called for each file that cannot be read.
 */
export function gatherInputs(
  command: string,
  files: readonly Word[],
  context: CommandContext,
  use: (inputs: readonly { readonly source: Source; readonly octets: Uint8Array }[]) => void,
  missed: () => void = () => undefined,
): Program | undefined {
  const inputs: { source: Source; octets: Uint8Array }[] = []
  let parts: Uint8Array[] = []
  return readInputs(command, files, context, {
    take: (octets) => void parts.push(octets.slice()) as undefined,
    sourceEnds(source) {
      inputs.push({ source, octets: concatBytes(parts) })
      parts = []
    },
    missed,
    end: () => use(inputs),
  })
}
