import { systemFlags } from '../../store/flags.ts'
import type { Output } from '../server/output.ts'
import type { View } from '../view/view.ts'
import { personalityOf } from '../personalities/index.ts'
import type { Words } from '../personalities/personality.ts'
import type { Selected } from '../server/session.ts'
import { statusLine } from '../wire/status-line.ts'

/** The flags that the mailbox has (RFC 9051 §7.3.5). */
export const flagsLine = ({ mailbox }: View): Output => [
  `* FLAGS (${[...systemFlags, ...mailbox.keywords].join(' ')})\r\n`,
]

/** Those that a client may change for good; `\*`: it may make new keywords (RFC 9051 §7.1). */
export const permanentFlagsLine = (view: View, words: Words): string =>
  statusLine('*', {
    status: 'OK',
    code: permanentFlags(view),
    text: words.flagsPermitted({ access: view.access }),
  })

const permanentFlags = ({ mailbox, access }: View): string =>
  access === 'read-only'
    ? 'PERMANENTFLAGS ()'
    : `PERMANENTFLAGS (${[...systemFlags, ...mailbox.keywords, '\\*'].join(' ')})`

/** Keywords that the client does not know of yet are named before they are used (RFC 9051 §7.3.5). */
export function newKeywords({ host, view }: Pick<Selected, 'host' | 'view'>): Output {
  if (view.keywords.length === view.mailbox.keywords.length) return []
  const { words, policies } = personalityOf(host)
  if (policies.newKeywords === 'flags') return flagsLine(view)
  return [...flagsLine(view), permanentFlagsLine(view, words)]
}
