import { systemFlags } from '../../store/flags.ts'
import type { Output } from '../server/output.ts'
import type { View } from '../view/view.ts'

/** The flags that the mailbox has (RFC 9051 §7.3.5). */
export const flagsLine = ({ mailbox }: View): Output => [
  `* FLAGS (${[...systemFlags, ...mailbox.keywords].join(' ')})\r\n`,
]

/** Those that a client may change for good; `\*`: it may make new keywords (RFC 9051 §7.1). */
export const permanentFlags = ({ mailbox, access }: View): string =>
  access === 'read-only'
    ? 'PERMANENTFLAGS ()'
    : `PERMANENTFLAGS (${[...systemFlags, ...mailbox.keywords, '\\*'].join(' ')})`

/** Keywords that the client does not know of yet are named before they are used (RFC 9051 §7.3.5). */
export const newKeywords = (view: View): Output =>
  view.keywords.length === view.mailbox.keywords.length ? [] : flagsLine(view)
