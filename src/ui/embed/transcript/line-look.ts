import type { TranscriptStep } from '../../../lab/types.ts'

/** The glyph beside a line, which says with its colour whose it is and how it went. */
export interface LineLook {
  readonly glyph: string
  readonly tone: 'client' | 'ok' | 'go' | 'later' | 'refused' | 'data' | 'remark'
}

/** Forms of answers: SMTP's digits (RFC 5321 §4.2.1), IMAP's and POP3's words (RFC 9051 §7.1, RFC 1939 §3). */
const ANSWERS: readonly (readonly [RegExp, LineLook])[] = [
  [/^2\d\d|^\+OK\b|^\S+ (?:OK|PREAUTH)\b/i, { glyph: '✓', tone: 'ok' }],
  [/^3\d\d|^\+(?: |$)/, { glyph: '…', tone: 'go' }],
  [/^4\d\d/, { glyph: '↻', tone: 'later' }],
  [/^5\d\d|^-ERR\b|^\S+ (?:NO|BAD)\b/i, { glyph: '✕', tone: 'refused' }],
]

const SERVER: LineLook = { glyph: '‹', tone: 'data' }

export function lookOf({ kind, role, text }: TranscriptStep): LineLook {
  if (kind === 'client')
    return role === 'message' || role === 'literal'
      ? { glyph: '│', tone: 'data' }
      : { glyph: '›', tone: 'client' }
  if (kind !== 'server') return { glyph: kind === 'gap' ? '⋮' : '', tone: 'remark' }
  if (role === 'data' && !text.startsWith('* ')) return { glyph: '│', tone: 'data' }
  return ANSWERS.find(([form]) => form.test(text))?.[1] ?? SERVER
}
