import { bad, defineCommand, ok, type Command } from '../server/command.ts'
import { toSecuring } from '../server/session.ts'
import { nothing } from '../wire/combine.ts'

export const starttls: Command = defineCommand({
  verb: 'STARTTLS',
  syntax: 'STARTTLS',
  about: 'Begins TLS on this connection',
  source: { rfc: 9051, section: '6.2.1' },
  allowedIn: ['notAuthenticated'],
  arguments: nothing,
  run(session, _, { say }) {
    if (session.tls) return bad(session, say.tlsAlready({}))
    if (session.host.startTls === 'absent') return bad(session, say.noTls({}))
    return ok(toSecuring(session), say.startTls({}), { effects: [{ type: 'startTls' }] })
  },
})
