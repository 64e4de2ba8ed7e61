import { defineCommand, go, stay, type Command } from '../server/command.ts'
import { toSecuring } from '../server/session.ts'

export const starttls: Command = defineCommand({
  verb: 'STARTTLS',
  syntax: 'STARTTLS',
  about: 'Encrypts what follows; everything said so far is forgotten',
  source: { rfc: 3207, section: '4' },
  extension: 'STARTTLS',
  allowedIn: ['greeted'],
  elsewhere: {
    connected: 'helloFirst',
    mail: 'inTransaction',
    rcpt: 'inTransaction',
    chunks: 'inTransaction',
  },
  beforeTls: 'taken',
  run(session, argument, { say }) {
    if (argument !== '') return stay(session, say.noArgument({ command: starttls }))
    if (session.peer.tls) return stay(session, say.tlsAlready({}))
    return go(toSecuring(session), say.startTls({}), [{ type: 'startTls' }])
  },
})
