import * as v from 'valibot'
import { once } from '../../core/once.ts'
import {
  schemaOf,
  type Condition,
  type ConditionKind,
  type ConditionSchema,
  type Judge,
} from '../condition.ts'
import { notYet, type Evidence, type GoalStatus } from '../evidence.ts'
import { aggregate } from './aggregate.ts'
import { all } from './all.ts'
import { any } from './any.ts'
import { delivered } from './delivered.ts'
import { device } from './device.ts'
import { diagnostic } from './diagnostic.ts'
import { dkimKey } from './dkim-key.ts'
import { dns } from './dns.ts'
import { asked } from './asked.ts'
import { command } from './command.ts'
import { event } from './event.ts'
import { fcrdns } from './fcrdns.ts'
import { folder } from './folder.ts'
import { mail } from './mail.ts'
import { message } from './message.ts'
import { messageLines } from './message-lines.ts'
import { mime } from './mime.ts'
import { mx } from './mx.ts'
import { newestMessage } from './newest-message.ts'
import { newestSession } from './newest-session.ts'
import { noErrors } from './no-errors.ts'
import { not } from './not.ts'
import { numbered } from './numbered.ts'
import { policy } from './policy.ts'
import { queue } from './queue.ts'
import { reader } from './reader.ts'
import { report } from './report.ts'
import { session } from './session.ts'
import { setting } from './setting.ts'
import { sender } from './sender.ts'
import { senders } from './senders.ts'
import { signature } from './signature.ts'
import { spfCost } from './spf-cost.ts'
import { spfTerms } from './spf-terms.ts'
import { strayRecord } from './stray-record.ts'
import { time } from './time.ts'
import { wire } from './wire.ts'

/** Every kind of condition that a goal or a hint may name. */
export const conditionKinds: readonly ConditionKind[] = [
  aggregate,
  all,
  any,
  asked,
  delivered,
  device,
  diagnostic,
  dkimKey,
  dns,
  command,
  event,
  fcrdns,
  folder,
  mail,
  message,
  messageLines,
  mime,
  mx,
  newestMessage,
  newestSession,
  noErrors,
  not,
  numbered,
  policy,
  queue,
  reader,
  report,
  session,
  setting,
  sender,
  senders,
  signature,
  spfCost,
  spfTerms,
  strayRecord,
  time,
  wire,
]

/** A condition of any kind with the parameters of that kind; conditions inside included. */
export const conditionSchema: ConditionSchema = v.lazy(() => oneOfTheKinds)

const oneOfTheKinds = v.variant(
  'kind',
  conditionKinds.map((definition) => schemaOf(definition, conditionSchema)),
)

/** Judges a condition by its kind; of the same evidence each condition once. */
export const judge: Judge = (condition, evidence) => {
  const known = statuses(evidence)
  const status = known.get(condition) ?? judgeNow(condition, evidence)
  known.set(condition, status)
  return status
}

const statuses = once((_: Evidence) => new Map<Condition, GoalStatus>())

const judgeNow: Judge = (condition, evidence) =>
  kindNamed.get(condition.kind)?.check(condition, evidence, judge) ??
  notYet(`No condition is called \`${condition.kind}\`.`)

const kindNamed = new Map(conditionKinds.map((definition) => [definition.kind, definition]))
