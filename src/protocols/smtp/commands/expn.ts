import type { Typed } from '../personalities/facts.ts'
import { reply } from '../wire/reply.ts'
import { clipped } from '../../shared/clip.ts'
import { defineCommand, stay, type Command } from '../server/command.ts'
import { addressKey, isAscii } from '../wire/paths.ts'
import { commandPhases, type CommandSession } from '../server/session.ts'

/** What it replies, unless a personality has other words. */
export const expnReplies = {
  expn: ({ members }: { readonly members: readonly string[] }) =>
    reply(250, '2.1.5', members.map((member) => `<${member}>`).join('\n')),
  expnUnknown: ({ typed }: Typed) => reply(550, '5.1.1', `No mailing list ${clipped(typed)} here`),
}

export const expn: Command = defineCommand({
  verb: 'EXPN',
  syntax: 'EXPN <list>',
  about: 'Asks who is on a mailing list',
  replies: expnReplies,
  source: { rfc: 5321, section: '4.1.1.7' },
  roles: ['mx', 'submission'],
  extension: 'EXPN',
  allowedIn: commandPhases,
  login: 'needed',
  use: 'idle',
  argument: 'utf8',
  run(session, argument, { replies }) {
    if (argument === '') return stay(session, replies.syntax({ command: expn }))
    const utf8 = /\sSMTPUTF8$/i.exec(argument)
    const name = argument
      .slice(0, utf8?.index)
      .trim()
      .replace(/^<(.*)>$/, '$1')
    const members = membersOf(session, name)
    if (!members) return stay(session, replies.expnUnknown({ typed: name }))
    const sent = replies.expn({ members })
    if (sent.lines.every(isAscii)) return stay(session, sent)
    // RFC 6531 §3.7.4.2, as for VRFY.
    return stay(session, utf8 ? { ...sent, charset: 'utf8' } : replies.vrfyNeedsUtf8({}))
  },
})

/** The members of the list of that name or address; `undefined` where it is unknown or empty. */
function membersOf({ host }: CommandSession, name: string): readonly string[] | undefined {
  const names = name.includes('@') ? [name] : host.localDomains.map((domain) => `${name}@${domain}`)
  const keys = names.map(addressKey)
  const list = host.lists.find(({ address }) => keys.includes(addressKey(address)))
  return list?.members.length ? list.members : undefined
}
