import { fromLatin1, latin1 } from '../core/bytes.ts'
import { withCrlf } from '../core/text/with-crlf.ts'
import { UsageError } from './usage-error.ts'
import type { Io } from './io.ts'

/** The name under which standard input is shown. */
export const shownName = (path: string): string => (path === '-' ? 'stdin' : path)

/** @throws {UsageError} with the reason in a person's words. */
export async function readInput(path: string, io: Io): Promise<Uint8Array> {
  try {
    return await io.read(path)
  } catch (error) {
    throw new UsageError(`\`${shownName(path)}\` cannot be read: ${reasonOf(error)}.`, 'file')
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'it is not yours to read',
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error))
}

/** Whether a file's name shows that it is a message. */
export const isMessageFile = (path: string): boolean => /\.eml$/i.test(path)

/**
 * Reads a message. A file whose lines all end in a bare LF was stored so, as Unix does: mail has
 * CRLF (RFC 5322 §2.1), so it gets them back. A file with any CRLF is taken as it is.
 */
export async function readMessage(path: string, io: Io): Promise<Uint8Array> {
  const bytes = await readInput(path, io)
  return latin1(withCrlf(fromLatin1(bytes)))
}
