import { defineCommand, go, stay, type Command } from '../server/command.ts'

export const utf8: Command = defineCommand({
  verb: 'UTF8',
  syntax: 'UTF8',
  about: 'From now on messages may have letters beyond ASCII in their headers',
  source: { rfc: 6856, section: '2.1' },
  allowedIn: ['authorization', 'user'],
  elsewhere: { transaction: 'alreadyIn' },
  takes: 'none',
  run(session, _, { say, policies }) {
    if (policies.international === 'absent')
      return stay(session, say.unknownCommand({ typed: 'UTF8' }))
    if (session.utf8 === 'on') return stay(session, say.utf8Again({}))
    return go({ ...session, utf8: 'on' }, say.utf8({}))
  },
})
