import { defineCommand, stay, type Command, type Tools } from '../server/command.ts'
import { addressOf, isAscii, readMailbox, type Mailbox } from '../wire/paths.ts'
import type { Reply } from '../wire/reply.ts'
import { destinationOf, mailboxesNamed } from '../server/routing.ts'
import { commandPhases, type CommandSession } from '../server/session.ts'

export const vrfy: Command = defineCommand({
  verb: 'VRFY',
  syntax: 'VRFY <name-or-address>',
  about: 'Asks whether a mailbox exists here',
  source: { rfc: 5321, section: '4.1.1.6' },
  allowedIn: commandPhases,
  login: 'needed',
  use: 'idle',
  argument: 'utf8',
  run(session, argument, { say }) {
    if (argument === '') return stay(session, say.syntax({ command: vrfy }))
    const utf8 = /\sSMTPUTF8$/i.exec(argument)
    const asked = argument.slice(0, utf8?.index).trim()
    const said = verify(session, asked.replace(/^<(.*)>$/, '$1'), say)
    if (said.lines.every(isAscii)) return stay(session, said)
    // RFC 6531 §3.7.4.2: only who says SMTPUTF8 here may hear letters beyond ASCII.
    return stay(session, utf8 ? { ...said, letters: 'utf8' } : say.vrfyNeedsUtf8({}))
  },
})

function verify(session: CommandSession, asked: string, say: Tools['say']): Reply {
  if (!asked.includes('@')) return verifyName(session, asked, say)
  const read = readMailbox(asked, 0)
  if (!read.ok) return say.badRecipient({ because: read.problem.message })
  if (read.end < asked.length) return say.badRecipient({ because: 'One address at a time' })
  return verifyAddress(session, read.mailbox, say)
}

function verifyAddress(session: CommandSession, mailbox: Mailbox, say: Tools['say']): Reply {
  const address = addressOf(mailbox)
  switch (destinationOf(session, mailbox)) {
    case 'local':
      return say.vrfy({ address })
    case 'unknown':
      return say.vrfyUnknown({ address })
    case 'relayed':
      return say.vrfyRelayed({ address })
    case 'denied':
      return say.vrfyDenied({ address })
  }
}

function verifyName(session: CommandSession, name: string, say: Tools['say']): Reply {
  const addresses = mailboxesNamed(session, name)
  const [address, another] = addresses
  if (address === undefined) return say.vrfyUnknown({ address: name })
  return another === undefined
    ? say.vrfy({ address })
    : say.vrfyAmbiguous({ typed: name, addresses })
}
