import { defineCommand, type Command } from '../server/command.ts'
import { hello } from '../server/hello.ts'
import { commandPhases } from '../server/session.ts'

export const helo: Command = defineCommand({
  verb: 'HELO',
  syntax: 'HELO <your-name>',
  about: 'Names the client, the old way: without extensions',
  source: { rfc: 5321, section: '4.1.1.1' },
  roles: ['mx', 'submission'],
  allowedIn: commandPhases,
  run: (session, argument, tools) =>
    hello(helo, session, argument, tools, (client) =>
      tools.replies.helo({ host: session.host.name, client, address: session.peer.address }),
    ),
})
