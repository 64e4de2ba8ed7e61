import { defineCommand, stay, type Command } from '../server/command.ts'
import { octetsOf } from '../server/maildrop.ts'
import { remaining } from '../server/session.ts'

export const stat: Command = defineCommand({
  verb: 'STAT',
  syntax: 'STAT',
  about: 'How many messages there are, and their octets',
  source: { rfc: 1939, section: '5' },
  allowedIn: ['transaction'],
  elsewhere: { authorization: 'loginFirst', user: 'loginFirst' },
  takes: 'none',
  run(session, _, { say }) {
    const left = remaining(session)
    const octets = left.reduce((sum, { message }) => sum + octetsOf(message), 0)
    return stay(session, say.stat({ count: left.length, octets }))
  },
})
