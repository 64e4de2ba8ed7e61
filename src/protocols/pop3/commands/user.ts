import { clipped } from '../../shared/clip.ts'
import { defineCommand, go, stay, type Command } from '../server/command.ts'
import { maySendPassword } from '../server/login.ts'
import { toUser } from '../server/session.ts'

export const user: Command = defineCommand({
  verb: 'USER',
  syntax: 'USER name',
  about: 'Names the login; PASS comes next',
  source: { rfc: 1939, section: '7' },
  allowedIn: ['authorization', 'user'],
  outOfOrder: { transaction: 'alreadyIn' },
  takes: 'words',
  run(session, argument, { replies, policies }) {
    if (!maySendPassword(session)) return stay(session, replies.tlsFirst({ command: user }))
    if (argument === '' && policies.emptyUser === 'refused')
      return stay(session, replies.syntax({ command: user }))
    // The reply does not reveal whether the user exists: that would help guessing.
    return go(toUser(session, argument), replies.user({ login: clipped(argument) }))
  },
})
