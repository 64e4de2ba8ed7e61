import { defineCommand, stay, type Answer, type Command, type Tools } from '../command.ts'
import { addressOf, isAscii, readMailbox, type Mailbox } from '../paths.ts'
import { destinationOf, mailboxesNamed } from '../routing.ts'
import { commandPhases, type CommandSession } from '../session.ts'

export const vrfy: Command = defineCommand({
  verb: 'VRFY',
  syntax: 'VRFY <name-or-address>',
  about: 'Asks whether a mailbox exists here',
  source: { rfc: 5321, section: '4.1.1.6' },
  allowedIn: commandPhases,
  argument: 'utf8',
  run(session, argument, { say }) {
    if (argument === '') return stay(session, say.syntax({ command: vrfy }))
    const utf8 = /\sSMTPUTF8$/i.exec(argument)
    const asked = argument.slice(0, utf8?.index).trim()
    const answer = verify(session, asked.replace(/^<(.*)>$/, '$1'), say)
    if (answer.reply.lines.every(isAscii)) return answer
    // RFC 6531 §3.7.4.2: only who says SMTPUTF8 here may hear letters beyond ASCII.
    return utf8
      ? { ...answer, reply: { ...answer.reply, letters: 'utf8' } }
      : stay(session, say.vrfyNeedsUtf8({}))
  },
})

function verify(session: CommandSession, asked: string, say: Tools['say']): Answer {
  if (!asked.includes('@')) return verifyName(session, asked, say)
  const read = readMailbox(asked, 0)
  if (!read.ok) return stay(session, say.badRecipient({ because: read.fault.message }))
  if (read.end < asked.length)
    return stay(session, say.badRecipient({ because: 'One address at a time' }))
  return verifyAddress(session, read.mailbox, say)
}

function verifyAddress(session: CommandSession, mailbox: Mailbox, say: Tools['say']): Answer {
  const address = addressOf(mailbox)
  switch (destinationOf(session.host, session.peer, mailbox)) {
    case 'local':
      return stay(session, say.vrfy({ address }))
    case 'unknown':
      return stay(session, say.vrfyUnknown({ address }))
    case 'relayed':
      return stay(session, say.vrfyRelayed({ address }))
    case 'denied':
      return stay(session, say.vrfyDenied({ address }))
  }
}

function verifyName(session: CommandSession, name: string, say: Tools['say']): Answer {
  const addresses = mailboxesNamed(session.host, name)
  const [address, another] = addresses
  if (address === undefined) return stay(session, say.vrfyUnknown({ address: name }))
  return stay(
    session,
    another === undefined ? say.vrfy({ address }) : say.vrfyAmbiguous({ typed: name, addresses }),
  )
}
