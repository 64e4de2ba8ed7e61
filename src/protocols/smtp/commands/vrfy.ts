import type { To, Typed } from '../personalities/facts.ts'
import { reply } from '../wire/reply.ts'
import { defineCommand, stay, type Command, type Tools } from '../server/command.ts'
import { addressOf, isAscii, readMailbox, type Mailbox } from '../wire/paths.ts'
import { readLenientPath } from '../wire/lenient-paths.ts'
import type { Reply } from '../wire/reply.ts'
import { needsLogin } from '../server/preconditions.ts'
import { leniencyOf } from '../server/path-argument.ts'
import { destinationOf, mailboxesNamed } from '../server/routing.ts'
import { commandPhases, type CommandSession } from '../server/session.ts'

/** What it replies, unless a personality has other words. */
export const vrfyReplies = {
  vrfy: ({ address }: To & Typed) => reply(250, '2.1.5', `<${address}> is a mailbox here`),
  vrfyRelayed: ({ address }: To & Typed) =>
    reply(252, '2.0.0', `I cannot look <${address}> up, but I would pass mail on to it`),
  vrfyUnknown: ({ address }: To) => reply(550, '5.1.1', `No mailbox <${address}> here`),
  vrfyDenied: ({ address }: To) =>
    reply(550, '5.7.1', `<${address}> is not one of my domains: ask its own server`),
  vrfyAmbiguous: ({ typed, addresses }: Typed & { readonly addresses: readonly string[] }) =>
    reply(
      553,
      '5.1.4',
      [`Ambiguous: ${typed} may be`, ...addresses.map((it) => `<${it}>`)].join('\n'),
    ),
}

export const vrfy: Command = defineCommand({
  verb: 'VRFY',
  syntax: 'VRFY <name-or-address>',
  about: 'Asks whether a mailbox exists here',
  replies: vrfyReplies,
  source: { rfc: 5321, section: '4.1.1.6' },
  allowedIn: commandPhases,
  login: 'needed',
  use: 'idle',
  argument: 'utf8',
  run(session, argument, { replies, policies }) {
    if (argument === '') return stay(session, replies.syntax({ command: vrfy }))
    const utf8 = /\sSMTPUTF8$/i.exec(argument)
    const asked = argument.slice(0, utf8?.index).trim()
    if (policies.addresses === 'lenient')
      return stay(session, verifyLeniently(session, asked, utf8, replies))
    const sent = verify(session, asked.replace(/^<(.*)>$/, '$1'), replies)
    if (sent.lines.every(isAscii)) return stay(session, sent)
    // RFC 6531 §3.7.4.2: the reply may go beyond ASCII only if the client sends SMTPUTF8 here.
    return stay(session, utf8 ? { ...sent, charset: 'utf8' } : replies.vrfyNeedsUtf8({}))
  },
})

function verify(
  session: CommandSession,
  asked: string,
  replies: Tools<typeof vrfyReplies>['replies'],
): Reply {
  if (!asked.includes('@')) return verifyName(session, asked, replies)
  const read = readMailbox(asked, 0)
  if (!read.ok) return replies.badRecipient({ because: read.problem.message })
  if (read.end < asked.length) return replies.badRecipient({ because: 'One address at a time' })
  return verifyAddress(session, read.mailbox, asked, replies)
}

/** As a recipient would be read; where the domain is left out, it is the server's own. */
function verifyLeniently(
  session: CommandSession,
  asked: string,
  utf8: unknown,
  replies: Tools<typeof vrfyReplies>['replies'],
): Reply {
  const read = readLenientPath(asked, 0, leniencyOf(session, utf8 ? 'declared' : 'not-declared'))
  const path = read.ok && read.end === asked.length ? read.path : undefined
  return path?.kind === 'mailbox'
    ? verifyAddress(session, path.mailbox, asked, replies)
    : replies.badRecipient({ because: 'No address can be read here' })
}

function verifyAddress(
  session: CommandSession,
  mailbox: Mailbox,
  typed: string,
  replies: Tools<typeof vrfyReplies>['replies'],
): Reply {
  const address = mailbox.shown ?? addressOf(mailbox)
  if (session.personality.policies.login === 'at-rcpt' && needsLogin(session))
    return replies.loginFirst({ command: vrfy, address })
  switch (destinationOf(session, mailbox)) {
    case 'local':
      return replies.vrfy({ address, typed })
    case 'unknown':
      return replies.vrfyUnknown({ address })
    case 'relayed':
      return replies.vrfyRelayed({ address, typed })
    case 'denied':
      return replies.vrfyDenied({ address })
  }
}

function verifyName(
  session: CommandSession,
  name: string,
  replies: Tools<typeof vrfyReplies>['replies'],
): Reply {
  const addresses = mailboxesNamed(session, name)
  const [address, another] = addresses
  if (address === undefined) return replies.vrfyUnknown({ address: name })
  return another === undefined
    ? replies.vrfy({ address, typed: name })
    : replies.vrfyAmbiguous({ typed: name, addresses })
}
