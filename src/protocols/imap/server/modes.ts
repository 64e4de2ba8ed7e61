import type { CommandSession, Enabled } from './session.ts'

/** Whether the client speaks IMAP4rev2 (RFC 9051 §6.3.1). */
export const isRev2 = (enabled: Enabled): boolean => enabled.has('IMAP4rev2')

/** Whether names and quoted strings are UTF-8 (RFC 6855 §3, RFC 9051 §5.1). */
export const isUtf8 = (enabled: Enabled): boolean =>
  enabled.has('IMAP4rev2') || enabled.has('UTF8=ACCEPT')

/**
 * Reports of changed flags have the UID too, whichever session changed them: once CONDSTORE is on (RFC 7162 §3.2.4), and in
 * IMAP4rev2 (RFC 9051 §7.5.2).
 */
export const uidInFlagReports = (enabled: Enabled): 'uid' | 'noUid' =>
  enabled.has('CONDSTORE') || enabled.has('IMAP4rev2') ? 'uid' : 'noUid'

export const charactersOf = (session: CommandSession): 'ascii' | 'utf8' =>
  session.phase !== 'notAuthenticated' && isUtf8(session.enabled) ? 'utf8' : 'ascii'
