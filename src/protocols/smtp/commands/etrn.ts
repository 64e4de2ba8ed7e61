import type { Typed } from '../personalities/facts.ts'
import { plainReply } from '../wire/reply.ts'
import { isWithin } from '../../../core/domain.ts'
import { clipped } from '../../shared/clip.ts'
import { defineCommand, go, stay, type Command } from '../server/command.ts'
import { domainKey, readDomain } from '../wire/domains.ts'

interface Wanted {
  readonly domain: string
}

/** What it replies, unless a personality has other words. */
export const etrnReplies = {
  etrn: ({ domain }: Wanted) => plainReply(250, `Mail that waits for ${domain} is on its way`),
  etrnDenied: ({ domain }: Wanted) => plainReply(459, `I keep no mail for ${domain}`),
  etrnDomain: ({ typed }: Typed) => plainReply(501, `\`${clipped(typed)}\` is no domain`),
  etrnSyntax: () => plainReply(500, 'Write ETRN example.org, with your own domain'),
}

export const etrn: Command = defineCommand({
  verb: 'ETRN',
  syntax: 'ETRN <domain>',
  about: 'Asks for the mail that waits here for a domain',
  replies: etrnReplies,
  source: { rfc: 1985, section: '5' },
  roles: ['mx', 'submission'],
  extension: 'ETRN',
  allowedIn: ['greeted'],
  outOfOrder: {
    connected: 'helloFirst',
    mail: 'inTransaction',
    rcpt: 'inTransaction',
    chunks: 'inTransaction',
  },
  use: 'idle',
  run(session, argument, { replies, policies }) {
    const isLenient = policies.addresses === 'lenient'
    if (argument === '' || (isLenient && /\s/.test(argument)))
      return stay(session, replies.etrnSyntax())
    // `@`: the domain and what is below it (§5.3); `#`: a queue of another kind.
    const node = argument.replace(isLenient ? /^[@#]/ : /^@/, '')
    const read = readDomain(node, 0)
    if (!read.ok || read.end < node.length)
      return stay(
        session,
        replies.etrnDomain({ typed: argument }),
        read.ok ? undefined : read.problem,
      )
    const domain = read.domain.toLowerCase()
    const withBelow = argument.startsWith('@')
    const waits = session.host.queuesFor.some((held) =>
      withBelow
        ? isWithin(domainKey(held), domainKey(domain))
        : domainKey(held) === domainKey(domain),
    )
    if (!waits) return stay(session, replies.etrnDenied({ domain }))
    return go(session, replies.etrn({ domain }), [
      { type: 'flush', domain, ...(withBelow && { withBelow }) },
    ])
  },
})
