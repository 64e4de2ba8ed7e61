import { KEYWORD } from './limits.ts'

/** The flags that every mailbox has (RFC 9051 §2.3.2). */
export const systemFlags = ['\\Answered', '\\Flagged', '\\Deleted', '\\Seen', '\\Draft'] as const

const canonical = new Map<string, string>(systemFlags.map((flag) => [flag.toLowerCase(), flag]))

/**
 * Flags as a store keeps them: each once, compared without case, system flags first. Flags that no
 * client can set are dropped: `\Recent`, and other words with a backslash.
 * @param known From keywords in lowercase to their first spelling.
 */
export function normalizeFlags(
  flags: readonly string[],
  known: ReadonlyMap<string, string>,
): readonly string[] {
  if (flags.length === 0) return NONE
  const found = new Map<string, string>()
  for (const flag of flags) {
    const key = flag.toLowerCase()
    const kept = canonical.get(key) ?? (isKeyword(flag) ? (known.get(key) ?? flag) : undefined)
    if (kept !== undefined && !found.has(key)) found.set(key, kept)
  }
  return sortFlags([...found.values()])
}

/** Mail comes without any. */
const NONE: readonly string[] = []

/** An atom that does not begin with a backslash (RFC 9051 §9, flag-keyword). */
export const isKeyword = (flag: string): boolean =>
  flag.length <= KEYWORD &&
  /^[^\\\s(){%*"\]\p{Cc}\u0080-\uffff][^\s(){%*"\\\]\p{Cc}\u0080-\uffff]*$/u.test(flag)

export const isSystemFlag = (flag: string): boolean => canonical.has(flag.toLowerCase())

const sortFlags = (flags: readonly string[]): readonly string[] =>
  flags.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))

function rank(flag: string): number {
  const at = systemFlags.findIndex((known) => known === flag)
  return at < 0 ? systemFlags.length : at
}

/** @param change Normalized flags, as `flags` are. */
export function changeFlags(
  flags: readonly string[],
  mode: 'set' | 'add' | 'remove',
  change: readonly string[],
): readonly string[] {
  if (mode === 'set') return change
  if (mode === 'remove') return flags.filter((flag) => !change.includes(flag))
  return sortFlags([...flags, ...change.filter((flag) => !flags.includes(flag))])
}

export const sameFlags = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((flag, at) => flag === b[at])
