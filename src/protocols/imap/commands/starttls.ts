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
  run(session, _, { responses }) {
    if (session.tls) return bad(session, responses.tlsAlready({}))
    if (session.host.startTls === 'absent') return bad(session, responses.noTls({}))
    return ok(toSecuring(session), responses.startTls({}), { effects: [{ type: 'startTls' }] })
  },
})
