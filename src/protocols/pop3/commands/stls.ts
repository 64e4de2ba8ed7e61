import { defineCommand, stay, type Command } from '../server/command.ts'
import { toSecuring } from '../server/session.ts'

export const stls: Command = defineCommand({
  verb: 'STLS',
  syntax: 'STLS',
  about: 'Begins TLS: what follows cannot be read on the way',
  source: { rfc: 2595, section: '4' },
  allowedIn: ['authorization', 'user'],
  outOfOrder: { transaction: 'alreadyIn' },
  takes: 'none',
  run(session, _, { replies }) {
    if (session.tls) return stay(session, replies.stlsAgain({}))
    if (session.host.stls === 'absent') return stay(session, replies.stlsAbsent({}))
    // RFC 6856 §2.1: a client must not do it in this order.
    if (session.utf8 === 'on') return stay(session, replies.stlsAfterUtf8({}))
    return { session: toSecuring(session), reply: replies.stls({}), then: [{ type: 'startTls' }] }
  },
})
