import { concatBytes, utf8 } from '../../core/bytes.ts'
import { clip } from '../../core/text/clip.ts'
import type { CommandContext } from '../command.ts'
import { pathOf } from '../files/place.ts'
import type { Flags } from '../flags.ts'
import { showText } from '../show-text.ts'
import { readKey, type Key } from './key.ts'
import { readPem, type PemBlock } from './pem.ts'

/** A part of `openssl` at its work. */
export interface Tool {
  /** `dgst`. */
  readonly name: string
  readonly given: Flags<string, string>
  /** What standard input held. */
  readonly input: Uint8Array
  readonly context: CommandContext
}

export const valueOf = ({ given }: Tool, option: string): string | undefined =>
  given.values.get(option)?.text

/** Prints why it cannot go on; the status becomes 1. */
export const fail = ({ context }: Tool, text: string): undefined =>
  void context.complain(text) as undefined

/** A file's octets, or why there are none. */
export function readNamed(tool: Tool, name: string): Uint8Array | undefined {
  const { session } = tool.context
  const found = session.files.read(pathOf(session, name))
  if (found) return concatBytes([found.octets])
  const isFolder = session.files.isFolder(pathOf(session, name))
  const reason = isFolder ? 'Is a directory' : 'No such file or directory'
  return fail(tool, `${showText(clip(name))}: ${reason}`)
}

/** What `-in` names, or else standard input. */
export const readIn = (tool: Tool): Uint8Array | undefined => {
  const name = valueOf(tool, '-in')
  return name === undefined ? tool.input : readNamed(tool, name)
}

/** Writes to what `-out` names, or else prints. */
export function writeOut(tool: Tool, written: string | Uint8Array): void {
  const { context } = tool
  const octets = typeof written === 'string' ? utf8(written) : written
  const name = valueOf(tool, '-out')
  if (name === undefined) return context.write(octets)
  const refused = context.session.files.write(pathOf(context.session, name), octets)
  if (refused !== undefined) context.complain(`${showText(clip(name))}: ${refused}`)
}

export const linesOf = (lines: readonly string[]): string =>
  lines.map((line) => `${line}\n`).join('')

/** The first block whose label ends so. */
export const findBlock = (octets: Uint8Array, label: string): PemBlock | undefined =>
  readPem(octets).find((block) => block.label.endsWith(label))

/** The key of a PEM file. @param wanted A private one can always be read as a public one too. */
export async function keyOf(
  tool: Tool,
  octets: Uint8Array,
  wanted: 'private' | 'public',
  from: string,
): Promise<Key | undefined> {
  const block = findBlock(octets, wanted === 'private' ? 'PRIVATE KEY' : 'PUBLIC KEY')
  const key = block && (await readKey(block, tool.context))
  return key ?? fail(tool, `Could not read ${wanted} key from ${showText(clip(from))}`)
}

/** The key that an option names. */
export async function keyNamed(
  tool: Tool,
  name: string,
  wanted: 'private' | 'public',
): Promise<Key | undefined> {
  const octets = readNamed(tool, name)
  return octets && keyOf(tool, octets, wanted, name)
}
