import * as v from 'valibot'
import { deviceAct, type DeviceAct } from '../../../world/spec/devices.ts'

export interface UsedDevice {
  readonly device: string
  readonly act: DeviceAct
}

const HOW =
  'Write `D: phone fetch`, `send`, `offline`, `online`, `read 2`, `delete 2 in Junk`, `file 2 to Orders`, `reply 2 | Text`, `set reads=pop3 after=leave` or `write bob@example.net | Subject | Text`.'

/**
 * Reads what a line `D:` of a play does with a device: `phone read 2 in Sent`.
 * @returns A sentence where it is none of them.
 */
export function readDeviceAct(line: string): UsedDevice | string {
  const [, device = '', does = '', rest = ''] = /^(\S+) (\S+) ?(.*)$/.exec(line) ?? []
  const act = v.safeParse(deviceAct, { does, ...argumentsOf(does, rest) })
  return act.success ? { device, act: act.output } : HOW
}

function argumentsOf(does: string, rest: string): object {
  if (does === 'set') return { settings: settingsOf(rest) }
  if (does === 'write') {
    const [to = '', subject, text] = rest.split(/ *\| */)
    return { to: to.split(/,? +/), subject, text }
  }
  if (rest === '') return {}
  if (does === 'reply') {
    const [, place = '', text] = /^(.*?) *\| *(.*)$/.exec(rest) ?? []
    return { ...placeOf(place), text }
  }
  return placeOf(rest)
}

function placeOf(rest: string): object {
  const [, number, folder, to] = /^(\d+)(?: in (.+?))?(?: to (.+))?$/.exec(rest) ?? []
  return {
    message: number === undefined ? rest : Number(number),
    ...(folder !== undefined && { folder }),
    ...(to !== undefined && { to }),
  }
}

const settingsOf = (rest: string): object =>
  Object.fromEntries(
    rest.split(' ').map((pair) => {
      const [name = '', value = ''] = pair.split('=')
      return [name, /^\d+$/.test(value) ? Number(value) : value]
    }),
  )
