import { unzipSync, type UnzipFileInfo } from 'fflate'
import { GROWTH_REASON, isBomb, MAX_UNPACKED, overLimit } from './unpack-limits.ts'

export type Unzipped =
  | { readonly ok: true; readonly name: string; readonly bytes: Uint8Array }
  /** In a person's words, without a full stop. */
  | { readonly ok: false; readonly reason: string }

/** Whether it begins as a ZIP archive with a file in it does. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

/** Files of an archive that are looked at: a limit of ours. */
const MAX_FILES = 1000

const refused = (reason: string): Unzipped => ({ ok: false, reason })

/**
 * Unpacks the first file of a ZIP archive whose name is wanted. Never throws. Nothing is unpacked
 * that the archive's own directory states to be too large, and no file grows beyond its statement.
 * @param isWanted By its name, with its folders.
 * @param limit Octets that may come out.
 */
export function unzipFirst(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  limit = MAX_UNPACKED,
): Unzipped {
  let chosen: UnzipFileInfo | undefined
  let seen = 0
  const filter = (file: UnzipFileInfo): boolean => {
    const takes = !chosen && seen++ < MAX_FILES && isWanted(file.name)
    if (takes) chosen = file
    return takes && whyNot(file, limit) === undefined
  }
  try {
    const [unpacked] = Object.values(unzipSync(bytes, { filter }))
    if (!chosen) return refused('no file of the kind is in it')
    const why = whyNot(chosen, limit)
    if (why !== undefined) return refused(why)
    return unpacked?.length === chosen.originalSize
      ? { ok: true, name: chosen.name, bytes: unpacked }
      : refused('it is damaged: a file is not as long as the archive states')
  } catch {
    return refused('it is damaged, cut off or encrypted')
  }
}

/** A file of an archive: its octets, or in a person's words why it is not unpacked. */
export type UnzippedFile = { readonly name: string } & (
  { readonly bytes: Uint8Array } | { readonly reason: string }
)

/** Every file of an archive, or why the archive cannot be read. */
export type UnzippedAll =
  | { readonly ok: true; readonly files: readonly UnzippedFile[]; readonly left: number }
  | { readonly ok: false; readonly reason: string }

/**
 * Unpacks the files of a ZIP archive, folders left out. Never throws.
 * @param limit Octets that may come out of all of them together.
 * @param most Files that are looked at; `left` counts those beyond.
 * @param each Octets that may come out of one of them.
 */
export function unzipAll(
  bytes: Uint8Array,
  limit = MAX_UNPACKED,
  most = MAX_FILES,
  each = limit,
): UnzippedAll {
  const found: UnzipFileInfo[] = []
  const why = new Map<UnzipFileInfo, string>()
  let [room, left] = [limit, 0]
  const filter = (file: UnzipFileInfo): boolean => {
    if (file.name.endsWith('/') || file.name.startsWith('__MACOSX/')) return false
    if (found.length >= most) return (left++, false)
    found.push(file)
    const reason = whyNot(file, Math.min(room, each))
    if (reason !== undefined) return (why.set(file, reason), false)
    room -= file.originalSize
    return true
  }
  try {
    const unpacked = unzipSync(bytes, { filter })
    const files = found.map((file): UnzippedFile => {
      const { name } = file
      const content = unpacked[name]
      const reason = why.get(file)
      if (reason !== undefined) return { name, reason }
      return content?.length === file.originalSize
        ? { name, bytes: content }
        : { name, reason: 'it is not as long as the archive states' }
    })
    return { ok: true, files, left }
  } catch {
    return { ok: false, reason: 'it is damaged, cut off or encrypted' }
  }
}

/** Stored as it is, or compressed with DEFLATE: there is nothing else in a report. */
function whyNot(
  { compression, originalSize, size }: UnzipFileInfo,
  limit: number,
): string | undefined {
  if (compression !== 0 && compression !== 8) return 'it is not compressed with DEFLATE'
  if (originalSize > limit) return overLimit(limit)
  return isBomb(originalSize, size) ? GROWTH_REASON : undefined
}
