import { defineCommand, type Command } from '../server/command.ts'
import { ehloKeywords } from '../server/extensions.ts'
import { hello } from '../server/hello.ts'
import { commandPhases } from '../server/session.ts'

export const lhlo: Command = defineCommand({
  verb: 'LHLO',
  syntax: 'LHLO <your-name>',
  about: 'Names the client; LMTP has it in place of EHLO and HELO',
  source: { rfc: 2033, section: '4.1' },
  roles: ['lmtp'],
  allowedIn: commandPhases,
  beforeTls: 'taken',
  run: (session, argument, tools) =>
    hello(lhlo, session, argument, tools, (client) =>
      tools.replies.ehlo({
        host: session.host.name,
        client,
        address: session.peer.address,
        keywords: ehloKeywords(session),
      }),
    ),
})
