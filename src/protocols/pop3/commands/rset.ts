import { defineCommand, go, type Command } from '../server/command.ts'
import { totalOctets } from '../server/maildrop.ts'

export const rset: Command = defineCommand({
  verb: 'RSET',
  syntax: 'RSET',
  about: 'Takes all marks of DELE back',
  source: { rfc: 1939, section: '5' },
  allowedIn: ['transaction'],
  outOfOrder: { authorization: 'loginFirst', user: 'loginFirst' },
  takes: 'none',
  run(session, _, { replies }) {
    const { messages } = session.maildrop
    const facts = { count: messages.length, octets: totalOctets(messages) }
    return go({ ...session, deleted: new Set() }, replies.rset(facts))
  },
})
