import type { WorldSpec } from '../../../../world/spec.ts'
import type { Deed, Play } from '../../files/play.ts'
import type { Cause } from '../causes.ts'
import type { Dice } from '../dice.ts'
import type { Mutant, MutantMove } from '../mutant.ts'
import { slipsOf } from '../slips.ts'
import { otherDomains } from '../typed/paths.ts'

type Use = Extract<Deed, { kind: 'device' }>

interface Slip {
  readonly cause: Cause
  /** What is done in its place. */
  readonly put: Use
  /** Whether it is done besides, behind the right one. */
  readonly isBesides?: boolean
}

/** Every mistake in what a play does with devices. */
export function* deviceMutants(play: Play, world: WorldSpec, dice: Dice): Generator<Mutant> {
  for (const [at, deed] of play.entries()) {
    if (deed.kind !== 'device') continue
    for (const slip of [...otherDevice(deed, world), ...writtenWrongly(deed, world, dice)])
      yield {
        cause: slip.cause,
        what: `${shown(deed)} ${slip.isBesides ? 'and' : '→'} ${shown(slip.put)}`,
        moves: movesWith(play, at, slip),
        at: slip.isBesides ? at + 1 : at,
      }
  }
}

const shown = ({ device, act }: Use): string =>
  `\`${device} ${act.does}${act.does === 'write' ? ` ${act.to.join(' ')}` : ''}\``

function movesWith(play: Play, at: number, { put, isBesides }: Slip): MutantMove[] {
  const all = play.map((deed, index): MutantMove => ({ deed, like: index, after: index }))
  const made: MutantMove = { deed: put, after: at, ...(!isBesides && { like: at }) }
  return [...all.slice(0, isBesides ? at + 1 : at), made, ...all.slice(at + 1)]
}

function* otherDevice(deed: Use, { devices = [] }: WorldSpec): Generator<Slip> {
  for (const { id } of devices)
    if (id !== deed.device) yield { cause: 'other-device', put: { ...deed, device: id } }
}

/** The address of a message mistyped, another one, or the message twice. */
function* writtenWrongly(deed: Use, world: WorldSpec, dice: Dice): Generator<Slip> {
  const { act } = deed
  const [address = ''] = act.does === 'write' ? act.to : []
  if (act.does !== 'write' || address === '') return
  const [local = '', domain = ''] = address.split('@')
  const known = world.mailboxes.map((one) => one.address)
  const to = (cause: Cause, put: string): Slip => ({
    cause: known.includes(put) ? 'other-recipient' : cause,
    put: { ...deed, act: { ...act, to: [put, ...act.to.slice(1)] } },
  })
  for (const { text } of slipsOf(local, dice)) yield to('wrong-local-part', `${text}@${domain}`)
  for (const { text } of slipsOf(domain, dice)) yield to('wrong-domain', `${local}@${text}`)
  yield to('wrong-domain', `${local}@${dice.one(otherDomains(world, domain))}`)
  const others = known.filter((one) => one !== address)
  if (others.length) yield to('other-recipient', dice.one(others))
  yield { cause: 'sent-twice', put: deed, isBesides: true }
}
