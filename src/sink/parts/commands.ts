import { commandIndex } from '../../protocols/shared/command-index.ts'
import { bdat } from '../../protocols/smtp/commands/bdat.ts'
import { data } from '../../protocols/smtp/commands/data.ts'
import { ehlo } from '../../protocols/smtp/commands/ehlo.ts'
import { helo } from '../../protocols/smtp/commands/helo.ts'
import { help } from '../../protocols/smtp/commands/help.ts'
import { mail } from '../../protocols/smtp/commands/mail.ts'
import { noop } from '../../protocols/smtp/commands/noop.ts'
import { quit } from '../../protocols/smtp/commands/quit.ts'
import { rcpt } from '../../protocols/smtp/commands/rcpt.ts'
import { rset } from '../../protocols/smtp/commands/rset.ts'
import { vrfy } from '../../protocols/smtp/commands/vrfy.ts'
import type { Command } from '../../protocols/smtp/server/command.ts'

/** What a server must know (RFC 5321 §4.5.1), with chunks and help: a sink has no accounts, lists or queues. */
export const commands: readonly Command[] = [
  ...[ehlo, helo, mail, rcpt, data, bdat],
  ...[rset, noop, vrfy, help, quit],
]

export const commandNamed = commandIndex(commands)
