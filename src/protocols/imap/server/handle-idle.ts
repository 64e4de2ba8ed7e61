import { bad, ok, type Answer } from './command.ts'
import { sendAll } from './output.ts'
import { personalityOf } from '../personalities/index.ts'
import { fromIdling, toIdling, toSelected, type Idling, type Turn } from './session.ts'
import type { Asked } from './respond.ts'
import { tellChanges } from '../view/sync.ts'

/** Only DONE ends IDLE; anything else ends it with BAD (RFC 9051 §6.3.13). */
export function answerIdle(session: Idling, line: string): readonly [Asked, Answer] {
  const say = personalityOf(session.host).words
  const asked: Asked = { tag: session.tag, verb: 'IDLE', argument: line }
  const next = fromIdling(session)
  return line.toUpperCase() === 'DONE'
    ? [asked, ok(next, say.idleEnded({}))]
    : [asked, bad(next, say.expectedDone({}))]
}

/** What has happened is told at once, expunged messages too. */
export function tellIdling(session: Idling): Turn {
  if (!session.view) return { session, effects: [] }
  const told = tellChanges(toSelected(session, session.view), 'told')
  return { session: toIdling(told.session, session.tag), effects: sendAll(told.untagged) }
}
