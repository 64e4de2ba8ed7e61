import { fromUtf8 } from '../core/bytes.ts'
import { normalizeName } from '../core/domain.ts'
import { parseZone, type ParsedZone } from '../dns/zone/parse.ts'
import { zoneNameIn, zoneNameOfFile } from '../dns/zone/zone-name.ts'
import { UsageError } from './usage-error.ts'
import type { Io } from './io.ts'
import { readInput, shownName } from './read-input.ts'

/** How a zone is named on the command line. */
export const ZONE_NAMES =
  'A zone is a file, `-` for standard input, or `NAME=FILE`. Its name is taken from `NAME`, ' +
  'from a file called `example.org.zone` or `db.example.org`, from the first `$ORIGIN`, or from the owner of the SOA record.'

const NAMED = /^((?:[\p{L}\p{M}\p{N}_-]+\.)+[\p{L}\p{M}\p{N}-]+\.?|\.)=(.+)$/iu

/** The file of a zone that a word of the command line names. */
export const zoneFileOf = (word: string): string => NAMED.exec(word)?.[2] ?? word

/**
 * Reads a zone that a word of the command line names.
 * @param origin The zone's name where the word does not give it.
 * @throws {UsageError} where it cannot be read, or nothing gives its name.
 */
export async function readZone(word: string, io: Io, origin?: string): Promise<ParsedZone> {
  const [, named, path = word] = NAMED.exec(word) ?? []
  const text = fromUtf8(await readInput(path, io))
  const name = named ?? origin ?? zoneNameOfFile(path) ?? zoneNameIn(text)
  if (name === undefined)
    throw new UsageError(
      `Nothing names the zone of \`${shownName(path)}\`. Write its name before it: \`example.org=${path}\`.`,
    )
  return parseZone(text, { origin: normalizeName(name), file: shownName(path) })
}
