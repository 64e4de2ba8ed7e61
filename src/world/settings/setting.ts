import type { Section } from '../../core/section.ts'
import type { HostSpec } from '../spec.ts'
import type { ValueType } from './value-type.ts'

/** One thing of a host that its postmaster sets. */
export interface Setting<Data = unknown> {
  /** `relay_networks`: as it is written. */
  readonly name: string
  /** What it does, in a sentence; with its unit, where it has one. */
  readonly about: string
  readonly type: ValueType<Data>
  /** What holds where it is not written; `undefined` where nothing does. */
  readonly default: Data | undefined
  /** What holds then, where a value does not say it: `all keys that the host has`. */
  readonly unset?: string
  readonly source?: Section
  /** Printed also where it is as by default: one looks for it first. */
  readonly isMain?: true
  /** Another setting without which it does nothing. */
  readonly with?: string
  /** Where it is not written, what the host has stays. */
  readonly staysUnwritten?: true
  /** Whether a host has this at all. */
  isFor(host: HostSpec): boolean
  get(host: HostSpec): Data | undefined
  /** @param data `undefined` takes it out. */
  set(host: HostSpec, data: Data | undefined): HostSpec
}

/** Settings about one thing. */
export interface SettingGroup {
  readonly title: string
  readonly settings: readonly Setting[]
  /** Where none of its lines is written, what the host has of it stays. */
  readonly staysUnwritten?: true
  /** Puts in order what several settings make up together. */
  finish?(host: HostSpec): HostSpec
}

export const defineGroup = (group: SettingGroup): SettingGroup => group

type Parts<Data> = Omit<Setting<Data>, 'get' | 'set' | 'isFor' | 'default'> &
  Partial<Pick<Setting<Data>, 'get' | 'set' | 'isFor' | 'default'>> & {
    /** Where it stands in a host's spec: `smtp.relayFrom`. */
    readonly at?: string
    /** The spec always has it. */
    readonly isKept?: true
  }

/** Makes a setting of where it stands; it is for hosts that have the service in which it does. */
export function setting<Data>({ at = '', isKept, ...parts }: Parts<Data>): Setting {
  const path = at.split('.')
  const service = SERVICES.find((name) => name === path[0])
  const whole: Setting<Data> = {
    default: undefined,
    isFor: (host) => service === undefined || host[service] !== undefined,
    get: (host) => valueAt(host, path) as Data | undefined,
    set: (host, data) =>
      withAt(host, path, !isKept && isSame(data, parts.default) ? undefined : data) as HostSpec,
    ...parts,
  }
  return whole as Setting
}

const SERVICES = ['smtp', 'submission', 'lmtp', 'imap', 'pop3'] as const

export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

type Fields = Readonly<Record<string, unknown>>

function valueAt(host: object, path: readonly string[]): unknown {
  let value: unknown = host
  for (const key of path) value = (value as Fields | undefined)?.[key]
  return value
}

/** The value with another one at a place; a part that has become empty goes. */
export function withAt(
  whole: object,
  [key = '', ...rest]: readonly string[],
  data: unknown,
): object {
  const { [key]: before, ...others } = whole as Fields
  const now = rest.length ? withAt((before as object | undefined) ?? {}, rest, data) : data
  const isGone = now === undefined || (rest.length > 0 && Object.keys(now as object).length === 0)
  if (isGone) return others
  return key in whole ? { ...whole, [key]: now } : { ...others, [key]: now }
}
