import { reply } from '../wire/reply.ts'
import { defineCommand, go, stay, type Command } from '../server/command.ts'
import { toSecuring } from '../server/session.ts'

/** What it replies, unless a personality has other words. */
export const starttlsReplies = {
  startTls: () => reply(220, '2.0.0', 'Begin TLS now. After it, greet me anew with EHLO'),
  tlsAlready: () => reply(503, '5.5.1', 'TLS is up already'),
}

export const starttls: Command = defineCommand({
  verb: 'STARTTLS',
  syntax: 'STARTTLS',
  about: 'Encrypts what follows; the server forgets everything before it',
  replies: starttlsReplies,
  source: { rfc: 3207, section: '4' },
  extension: 'STARTTLS',
  allowedIn: ['greeted'],
  outOfOrder: {
    connected: 'helloFirst',
    mail: 'inTransaction',
    rcpt: 'inTransaction',
    chunks: 'inTransaction',
  },
  beforeTls: 'taken',
  run(session, argument, { replies }) {
    if (argument !== '') return stay(session, replies.noArgument({ command: starttls }))
    if (session.peer.tls) return stay(session, replies.tlsAlready())
    return go(toSecuring(session), replies.startTls(), [{ type: 'startTls' }])
  },
})
