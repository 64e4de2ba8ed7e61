import { settingChoices } from '../../../../world/devices/settings.ts'
import type { DeviceAct, WorldSpec } from '../../../../world/spec.ts'
import { nameOfDeed, type Deed, type Play } from '../../files/play.ts'
import type { Cause } from '../causes.ts'
import type { Dice } from '../dice.ts'
import type { Mutant, MutantMove } from '../mutant.ts'
import { slipsOf } from '../slips.ts'
import { otherDomains } from '../typed/paths.ts'

type Use = Extract<Deed, { kind: 'device' }>

interface Slip {
  readonly cause: Cause
  readonly what: string
  /** What is done in its place; nothing where it is left out. */
  readonly put?: Use
  /** Whether it is done besides, behind the right one. */
  readonly isBesides?: boolean
}

/** What is no mistake on another device: it is simply done once more, as the open goal says. */
const again: ReadonlySet<DeviceAct['does']> = new Set(['fetch', 'send', 'offline', 'online'])

/** Every mistake in what a play does with devices. */
export function* deviceMutants(play: Play, world: WorldSpec, dice: Dice): Generator<Mutant> {
  for (const [at, deed] of play.entries()) {
    if (deed.kind !== 'device') continue
    const slips = [
      ...otherDevice(deed, world),
      ...otherSettings(deed),
      ...writtenWrongly(deed, world, dice),
    ]
    for (const slip of slips)
      yield {
        ...{ cause: slip.cause, what: slip.what, moves: movesWith(play, at, slip) },
        at: slip.isBesides ? at + 1 : at,
      }
  }
}

const shown = ({ device, act }: Use): string =>
  `\`${device} ${act.does}${act.does === 'write' ? ` ${act.to.join(' ')}` : ''}\``

function movesWith(play: Play, at: number, { put, isBesides }: Slip): MutantMove[] {
  const all = play.map((deed, index): MutantMove => ({ deed, like: index, after: index }))
  const made = put ? [{ deed: put, after: at, ...(!isBesides && { like: at }) }] : []
  return [...all.slice(0, isBesides ? at + 1 : at), ...made, ...all.slice(at + 1)]
}

function* otherDevice(deed: Use, { devices = [] }: WorldSpec): Generator<Slip> {
  if (again.has(deed.act.does)) return
  for (const { id } of devices) {
    const put = { ...deed, device: id }
    if (id !== deed.device)
      yield { cause: 'other-device', what: `${shown(deed)} → ${shown(put)}`, put }
  }
}

/** A setting left as it was, and each other choice of it. */
function* otherSettings(deed: Use): Generator<Slip> {
  const { act } = deed
  if (act.does !== 'set') return
  const name = nameOfDeed(deed)
  yield { cause: 'act-left-out', what: `without ${name}` }
  for (const [setting, value] of Object.entries(act.settings))
    for (const other of choicesOf(setting))
      if (other !== value)
        yield {
          cause: 'other-setting',
          what: `${name}: \`${setting}\` ${String(other)} in place of ${String(value)}`,
          put: { ...deed, act: { ...act, settings: { ...act.settings, [setting]: other } } },
        }
}

const choicesOf = (name: string): readonly (string | number)[] =>
  Object.hasOwn(settingChoices, name) ? settingChoices[name as keyof typeof settingChoices] : []

/** The address of a message mistyped, another one, or the message twice. */
function* writtenWrongly(deed: Use, world: WorldSpec, dice: Dice): Generator<Slip> {
  const { act } = deed
  const [address = ''] = act.does === 'write' ? act.to : []
  if (act.does !== 'write' || address === '') return
  const [local = '', domain = ''] = address.split('@')
  const known = world.mailboxes.map((one) => one.address)
  const to = (cause: Cause, first: string): Slip => {
    const put: Use = { ...deed, act: { ...act, to: [first, ...act.to.slice(1)] } }
    const what = `${shown(deed)} → ${shown(put)}`
    return { cause: known.includes(first) ? 'other-recipient' : cause, what, put }
  }
  for (const { text } of slipsOf(local, dice)) yield to('wrong-local-part', `${text}@${domain}`)
  for (const { text } of slipsOf(domain, dice)) yield to('wrong-domain', `${local}@${text}`)
  yield to('wrong-domain', `${local}@${dice.one(otherDomains(world, domain))}`)
  const others = known.filter((one) => one !== address)
  if (others.length) yield to('other-recipient', dice.one(others))
  yield {
    ...{ cause: 'sent-twice', what: `${shown(deed)} twice`, put: deed },
    isBesides: true,
  }
}
