import { defineCommand, go, type Command } from '../server/command.ts'
import { update } from '../server/update.ts'
import { closed, commandPhases, toUpdate } from '../server/session.ts'

export const quit: Command = defineCommand({
  verb: 'QUIT',
  syntax: 'QUIT',
  about: 'Deletes what DELE marked, and ends the session',
  source: { rfc: 1939, section: '6' },
  allowedIn: commandPhases,
  takes: 'none',
  run(session, _, { replies }) {
    const host = session.host.name
    if (session.phase !== 'transaction') return go(closed, replies.quit({ host }))
    const leaving = toUpdate(session)
    return go(leaving, replies.update({ host, ...update(leaving) }))
  },
})
