import { fromLatin1, latin1 } from '../../core/bytes.ts'

/** The lines of octets, one UTF-16 unit an octet, without their ends; a last one may lack its end. */
export function linesOf(octets: Uint8Array): string[] {
  const lines = fromLatin1(octets).split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/** Octets of lines, each with an end. */
export const octetsOf = (lines: readonly string[]): Uint8Array =>
  latin1(lines.map((line) => `${line}\n`).join(''))

/** Splits octets into lines as they come. */
export class LineSplitter {
  #open = ''

  /** @returns The lines that are whole now. */
  push(octets: Uint8Array): string[] {
    const lines = (this.#open + fromLatin1(octets)).split('\n')
    this.#open = lines.pop()!
    return lines
  }

  /** @returns The last line, if it has no end. */
  end(): string[] {
    const rest = this.#open
    this.#open = ''
    return rest === '' ? [] : [rest]
  }
}
