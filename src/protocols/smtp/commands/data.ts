import { defineCommand, go, stay, type Command } from '../command.ts'
import { toData } from '../session.ts'

export const data: Command = defineCommand({
  verb: 'DATA',
  syntax: 'DATA',
  about: 'Sends the message itself, up to a line with a single dot',
  source: { rfc: 5321, section: '4.1.1.4' },
  allowedIn: ['rcpt'],
  // §3.3: 503 or 554 while no recipient was accepted.
  elsewhere: { connected: 'needRcpt', greeted: 'needRcpt', mail: 'noRecipients' },
  run(session, argument, { say }) {
    if (argument !== '') return stay(session, say.noArgument({ command: data }))
    return go(toData(session), say.data({}))
  },
})
