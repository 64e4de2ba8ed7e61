import { allRules } from '../../lint/all-rules.ts'
import { commands as imap } from '../../protocols/imap/commands/index.ts'
import { commands as pop3 } from '../../protocols/pop3/commands/index.ts'
import { commands as smtp } from '../../protocols/smtp/commands/index.ts'
import type { KnownNames } from './plan.ts'

const verbsOf = (commands: readonly { readonly verb: string }[]): string[] =>
  commands.map(({ verb }) => verb)

/** What this project has, however its files are named. */
export const knownNames: KnownNames = {
  ruleCodes: allRules.map(({ code }) => code),
  verbs: { imap: verbsOf(imap), pop3: verbsOf(pop3), smtp: verbsOf(smtp) },
}
