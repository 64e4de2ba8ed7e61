import * as v from 'valibot'
import {
  folderNamed,
  INBOX,
  type DeviceMessage,
  type DeviceState,
} from '../../world/devices/state.ts'
import { settingChoices, type DeviceSettings } from '../../world/devices/settings.ts'
import { defineCondition, type ParamsOf } from '../condition.ts'
import { met, notYet, type GoalStatus } from '../evidence.ts'
import { code } from '../wording.ts'

const amount = v.pipe(v.number(), v.integer(), v.minValue(0))

const entries = {
  /** The id of the device. */
  device: v.string(),
  /** A folder of it; `INBOX` by default. */
  folder: v.exactOptional(v.string()),
  /** Counts only messages with exactly this subject. */
  subject: v.exactOptional(v.string()),
  /** How many of them the folder holds. */
  count: v.exactOptional(amount),
  /** How many it holds at least; 1 where nothing else is named. */
  atLeast: v.exactOptional(amount),
  /** How many of them are unread. */
  unread: v.exactOptional(amount),
  /** How many messages wait in its outbox. */
  outbox: v.exactOptional(amount),
  /** What one of its settings is. */
  setting: v.exactOptional(
    v.strictObject({
      name: v.picklist(Object.keys(settingChoices) as (keyof DeviceSettings)[]),
      is: v.union([v.string(), v.number()]),
    }),
  ),
  /** Another device that shows the same in this folder, marks and all. */
  same: v.exactOptional(v.string()),
}

type Wanted = ParamsOf<typeof entries>

/**
 * Looks at what the device itself has: the server may hold more, or less.
 *
 * @example
 * kind: device
 * device: phone
 * folder: INBOX
 * count: 5
 * unread: 3
 */
export const device = defineCondition({
  kind: 'device',
  about: 'A device shows what is named: messages of a folder, what waits in its outbox, a setting.',
  entries: () => entries,
  check(wanted, { world }) {
    const found = world.devices.find(({ id }) => id === wanted.device)
    if (!found) return notYet(`There is no device ${code(wanted.device)}.`)
    const other = world.devices.find(({ id }) => id === wanted.same)
    return (
      settingStatus(wanted, found) ??
      outboxStatus(wanted, found) ??
      folderStatus(wanted, found) ??
      sameStatus(wanted, found, other) ??
      met
    )
  },
})

function settingStatus({ setting }: Wanted, { name, settings }: DeviceState) {
  if (!setting || settings[setting.name] === setting.is) return undefined
  return notYet(
    `${name} is set to ${code(`${setting.name}: ${settings[setting.name]}`)}, not to ${code(String(setting.is))}.`,
  )
}

function outboxStatus({ outbox }: Wanted, { name, outbox: waiting }: DeviceState) {
  if (outbox === undefined || waiting.length === outbox) return undefined
  return notYet(`In the outbox of ${name} ${messages(waiting.length)} ${verb(waiting.length)}.`)
}

const verb = (count: number): string => (count === 1 ? 'waits' : 'wait')

const messages = (count: number): string =>
  count === 0 ? 'no message' : count === 1 ? 'one message' : `${count} messages`

function folderStatus(wanted: Wanted, found: DeviceState): GoalStatus | undefined {
  const { subject, count, unread, outbox, setting, same } = wanted
  const isElsewhere = [count, unread, outbox, setting, same].some((one) => one !== undefined)
  const { atLeast = isElsewhere ? 0 : 1 } = wanted
  const inFolder = shown(wanted, found)
  const place = `${wanted.folder ?? INBOX} of ${found.name}`
  const about = subject === undefined ? '' : ` ${code(subject)}`
  if ((count !== undefined && inFolder.length !== count) || inFolder.length < atLeast)
    return notYet(
      `In ${place} there ${isAre(inFolder.length)}${about && ` with the subject${about}`}.`,
    )
  const unseen = inFolder.filter(({ seen }) => !seen).length
  if (unread === undefined || unseen === unread) return undefined
  return notYet(
    `In ${place} ${messages(unseen)} ${unseen === 1 || unseen === 0 ? 'is' : 'are'} unread.`,
  )
}

const isAre = (count: number): string => `${count > 1 ? 'are' : 'is'} ${messages(count)}`

const shown = ({ folder = INBOX, subject }: Wanted, found: DeviceState): readonly DeviceMessage[] =>
  (folderNamed(found, folder)?.messages ?? []).filter(
    (one) => subject === undefined || one.subject === subject,
  )

function sameStatus(wanted: Wanted, found: DeviceState, other: DeviceState | undefined) {
  if (wanted.same === undefined) return undefined
  if (!other) return notYet(`There is no device ${code(wanted.same)}.`)
  const [here, there] = [found, other].map((one) =>
    shown(wanted, one)
      .map(({ subject, seen }) => `${subject}\n${seen}`)
      .join('\n'),
  )
  return here === there
    ? undefined
    : notYet(`${found.name} and ${other.name} do not show the same in ${wanted.folder ?? INBOX}.`)
}
