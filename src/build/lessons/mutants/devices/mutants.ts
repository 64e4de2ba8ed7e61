import { settingChoices } from '../../../../world/devices/settings.ts'
import type { DeviceAct, WorldSpec } from '../../../../world/spec.ts'
import { nameOfDeed, type Deed, type Play } from '../../files/play.ts'
import type { Mutant, MutantMove } from '../mutant.ts'

type Used = Extract<Deed, { kind: 'device' }>

/** Something else that is done with a device, or nothing. */
interface Mistake extends Pick<Mutant, 'cause' | 'what'> {
  readonly put: readonly Used[]
}

/** What is no mistake elsewhere, or left out: it is simply done later, as the open goal says. */
const again: ReadonlySet<DeviceAct['does']> = new Set(['fetch', 'send', 'offline', 'online'])

/** Every mistake in what a play does with devices. */
export function* deviceMutants(play: Play, { devices = [] }: WorldSpec): Generator<Mutant> {
  for (const [at, deed] of play.entries()) {
    if (deed.kind !== 'device') continue
    const others = devices.flatMap(({ id }) =>
      id === deed.device || again.has(deed.act.does) ? [] : id,
    )
    const leftOut: readonly Mistake[] =
      deed.act.does === 'set'
        ? [{ cause: 'act-left-out', what: `without ${nameOfDeed(deed)}`, put: [] }]
        : []
    for (const { cause, what, put } of [
      ...leftOut,
      ...onOthers(deed, others),
      ...otherSettings(deed),
    ])
      yield { cause, what, at, moves: movesWith(play, at, put) }
  }
}

const onOthers = (deed: Used, others: readonly string[]): Mistake[] =>
  others.map((device) => ({
    cause: 'other-device',
    what: `${nameOfDeed(deed)} → on \`${device}\``,
    put: [{ ...deed, device }],
  }))

/** Each other choice of each setting that is set. */
function otherSettings(deed: Used): Mistake[] {
  const { act } = deed
  if (act.does !== 'set') return []
  return Object.entries(act.settings).flatMap(([name, value]) =>
    choicesOf(name)
      .filter((other) => other !== value)
      .map((other): Mistake => ({
        cause: 'other-setting',
        what: `${nameOfDeed(deed)}: \`${name}\` ${String(other)} in place of ${String(value)}`,
        put: [{ ...deed, act: withSetting(act, name, other) }],
      })),
  )
}

const choicesOf = (name: string): readonly (string | number)[] =>
  Object.hasOwn(settingChoices, name) ? settingChoices[name as keyof typeof settingChoices] : []

const withSetting = (
  act: Extract<DeviceAct, { does: 'set' }>,
  name: string,
  value: string | number,
): DeviceAct => ({ ...act, settings: { ...act.settings, [name]: value } })

function movesWith(play: Play, at: number, put: readonly Used[]): MutantMove[] {
  const own = (from: number, to?: number): MutantMove[] =>
    play.slice(from, to).map((deed, index) => ({ deed, like: from + index, after: from + index }))
  return [...own(0, at), ...put.map((deed) => ({ deed, like: at, after: at })), ...own(at + 1)]
}
