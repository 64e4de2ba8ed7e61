import type { SpokenProtocol } from '../../core/text/line-mark.ts'
import { commandNamed as imapCommand } from '../../protocols/imap/commands/index.ts'
import { commandNamed as pop3Command } from '../../protocols/pop3/commands/index.ts'
import type { CommandFacts } from '../../protocols/shared/command-facts.ts'
import { commandNamed as smtpCommand } from '../../protocols/smtp/commands/index.ts'
import { capabilityFacts } from './capabilities.ts'
import { cardOf } from './card-of-word.ts'
import type { WireCard, WireWord } from './wire-word.ts'

export { CLASSES, SUBJECTS } from './card-of-word.ts'

const commandNamed: Readonly<Record<SpokenProtocol, (verb: string) => CommandFacts | undefined>> = {
  smtp: smtpCommand,
  imap: imapCommand,
  pop3: pop3Command,
}

/** Never throws; a word that is not known has no card. */
export const wireCard = (word: WireWord): WireCard | undefined =>
  cardOf(word, {
    commandNamed: commandNamed[word.protocol],
    capabilityFacts: (keyword) => capabilityFacts(word.protocol, keyword),
  })
