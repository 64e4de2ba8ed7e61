import { defineCommand, type Command } from '../server/command.ts'
import { loggedIn, toIdling } from '../server/session.ts'
import { reportChanges } from '../view/changes.ts'
import { nothing } from '../wire/combine.ts'

export const idle: Command = defineCommand({
  verb: 'IDLE',
  syntax: 'IDLE, and later DONE',
  about: 'Waits for what happens in the mailbox',
  source: { rfc: 9051, section: '6.3.13' },
  allowedIn: loggedIn,
  arguments: nothing,
  run(session, _, { responses, tag }) {
    const text = responses.idling({})
    if (session.phase === 'authenticated')
      return { type: 'continuation', session: toIdling(session, tag), untagged: [], text }
    const report = reportChanges(session, 'reported')
    return {
      type: 'continuation',
      session: toIdling(report.session, tag),
      untagged: report.untagged,
      text,
    }
  },
})
