import type { Command } from '../command.ts'

export const whoami: Command = {
  name: 'whoami',
  options: 'none',
  summary: 'show who you are here, and on which host',
  page: {
    synopsis: ['whoami'],
    description: [
      'Shows your name and the host that this terminal runs on. Servers see the address of that host when you connect.',
    ],
    examples: [['whoami', 'who connects, and from where']],
    seeAlso: ['hosts'],
  },
  run(_, { host, session, print }) {
    print(session.user)
    print(`on ${host.name} (${host.addresses.join(', ') || 'without an address'})`)
    return undefined
  },
}
