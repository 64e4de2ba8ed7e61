import { defineCommand, go, stay, type Command } from '../server/command.ts'

export const utf8: Command = defineCommand({
  verb: 'UTF8',
  syntax: 'UTF8',
  about: 'Allows UTF-8 in headers from now on',
  source: { rfc: 6856, section: '2.1' },
  allowedIn: ['authorization', 'user'],
  outOfOrder: { transaction: 'alreadyIn' },
  takes: 'none',
  run(session, _, { replies, policies }) {
    if (policies.international === 'absent')
      return stay(session, replies.unknownCommand({ typed: 'UTF8', isLoggedIn: false }))
    if (session.utf8 === 'on') return stay(session, replies.utf8Again({}))
    return go({ ...session, utf8: 'on' }, replies.utf8({}))
  },
})
