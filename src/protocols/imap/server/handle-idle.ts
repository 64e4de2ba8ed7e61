import { personalityOf } from '../personalities/index.ts'
import { reportChanges } from '../view/changes.ts'
import { bad, ok } from './command.ts'
import { sendAll } from './output.ts'
import { respond } from './respond.ts'
import { fromIdling, toIdling, toSelected, type Idling, type Turn } from './session.ts'

/** Only DONE ends IDLE with OK; any other line ends it with BAD (RFC 9051 §6.3.13). */
export function handleIdleLine(session: Idling, line: string): Turn {
  const responses = personalityOf(session.host).words
  const next = fromIdling(session)
  const isDone = line.toUpperCase() === 'DONE'
  return respond(
    session,
    { tag: session.tag, verb: 'IDLE', argument: line },
    isDone ? ok(next, responses.idleEnded({})) : bad(next, responses.expectedDone({})),
  )
}

/** Reports changes to an idling client at once, expunged messages too. */
export function notifyIdling(session: Idling): Turn {
  if (!session.view) return { session, effects: [] }
  const report = reportChanges(toSelected(session, session.view), 'reported')
  return { session: toIdling(report.session, session.tag), effects: sendAll(report.untagged) }
}
