import { defineCommand, type Command } from '../server/command.ts'
import { ehloKeywords } from '../server/extensions.ts'
import { hello } from '../server/hello.ts'
import { commandPhases } from '../server/session.ts'

export const ehlo: Command = defineCommand({
  verb: 'EHLO',
  syntax: 'EHLO <your-name>',
  about: 'Names the client, and asks for the extensions of the server',
  source: { rfc: 5321, section: '4.1.1.1' },
  roles: ['mx', 'submission'],
  allowedIn: commandPhases,
  beforeTls: 'taken',
  run: (session, argument, tools) =>
    hello(ehlo, session, argument, tools, (client) =>
      tools.replies.ehlo({
        host: session.host.name,
        client,
        address: session.peer.address,
        keywords: ehloKeywords(session),
      }),
    ),
})
