import { defineCommand, stay, type Command } from '../server/command.ts'
import { totalOctets } from '../server/maildrop.ts'
import { remaining } from '../server/session.ts'

export const stat: Command = defineCommand({
  verb: 'STAT',
  syntax: 'STAT',
  about: 'How many messages there are, and their octets',
  source: { rfc: 1939, section: '5' },
  allowedIn: ['transaction'],
  outOfOrder: { authorization: 'loginFirst', user: 'loginFirst' },
  takes: 'none',
  run(session, _, { replies }) {
    const messages = remaining(session).map(({ message }) => message)
    return stay(session, replies.stat({ count: messages.length, octets: totalOctets(messages) }))
  },
})
