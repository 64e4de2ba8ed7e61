import type { HostSpec, LimitsSpec, PoliciesSpec, RatesSpec } from '../../spec.ts'
import { defineGroup, setting, type Setting, type SettingGroup } from '../setting.ts'
import { count, countFromNone, duration } from '../word-types.ts'

/** Services that have policies about their clients. */
type Service = 'smtp' | 'submission' | 'lmtp'

const site = { rfc: 5321, section: '7.9' }

const rates: Readonly<Record<Exclude<keyof RatesSpec, 'per'>, string>> = {
  connections: 'Connections of one address',
  messages: 'Messages of one address',
  recipients: 'Recipients that one address may name',
  logins: 'Logins that one address may try',
}

const limits: Readonly<Record<Exclude<keyof LimitsSpec, 'duration'>, string>> = {
  recipients: 'Recipients of one message; 100 where it says nothing.',
  messages: 'Messages of one session.',
  errors: 'Refused commands before it hangs up; 20 where it says nothing.',
}

const ratesOf = (service: Service, prefix: string): Setting[] => [
  ...(Object.keys(rates) as (keyof typeof rates)[]).map((key) =>
    setting<number>({
      ...{ name: `${prefix}rate_${key}`, at: `${service}.rates.${key}`, type: count, source: site },
      about: `${rates[key]} within \`${prefix}rate_period\`; more are put off.`,
    }),
  ),
  setting<number>({
    ...{ name: `${prefix}rate_period`, at: `${service}.rates.per`, isKept: true, default: MINUTE },
    about: 'The time within which they are counted.',
    type: duration,
    source: site,
  }),
]

const MINUTE = 60
const FIRST_REFUSALS = 3

const policiesOf = (service: Service, prefix: string): Setting[] => [
  setting<number>({
    ...{ name: `${prefix}greeting_delay`, at: `${service}.greetingDelay`, default: 0 },
    about: 'The wait before the greeting; a client that talks earlier is refused.',
    type: duration,
    source: { rfc: 5321, section: '4.3.1' },
  }),
  ...(Object.keys(limits) as (keyof typeof limits)[]).map((key) =>
    setting<number>({
      ...{ name: `${prefix}limit_${key}`, at: `${service}.limits.${key}`, type: count },
      about: limits[key],
      source: { rfc: 5321, section: '4.5.3.1.8' },
    }),
  ),
  setting<number>({
    ...{ name: `${prefix}limit_duration`, at: `${service}.limits.duration`, type: duration },
    about: 'How long a session may last.',
    source: { rfc: 5321, section: '4.5.3.2' },
  }),
  ...ratesOf(service, prefix),
  setting<number>({
    ...{ name: `${prefix}tarpit_delay`, at: `${service}.tarpit.delay`, type: duration },
    about: 'The wait before each refusal, for a client that is refused again and again.',
    source: site,
  }),
  setting<number>({
    ...{ name: `${prefix}tarpit_after`, at: `${service}.tarpit.after`, isKept: true },
    ...{ default: FIRST_REFUSALS, with: `${prefix}tarpit_delay` },
    about: 'Refusals that are answered at once before that.',
    type: countFromNone,
    source: site,
  }),
]

/** Rates without a number, and a tarpit without a delay, are none. */
const finishPolicies =
  (service: Service) =>
  (host: HostSpec): HostSpec => {
    const before = host[service]
    if (!before) return host
    const { rates: counted, tarpit, ...rest } = before as PoliciesSpec
    const hasRates = Object.keys(counted ?? {}).some((key) => key !== 'per')
    const now = {
      ...rest,
      ...(hasRates && { rates: counted }),
      ...(tarpit?.delay !== undefined && { tarpit }),
    }
    return { ...host, [service]: now }
  }

const groupOf = (title: string, service: Service, prefix: string): SettingGroup =>
  defineGroup({
    title,
    settings: policiesOf(service, prefix),
    finish: finishPolicies(service),
  })

const greylisting: readonly Setting[] = [
  setting<number>({
    ...{ name: 'greylist_delay', at: 'smtp.greylisting.delay', type: duration },
    about: 'A client that it does not know is accepted after this time.',
    source: { rfc: 6647, section: '2.4' },
  }),
  setting<number>({
    ...{ name: 'greylist_lifetime', at: 'smtp.greylisting.lifetime', type: duration },
    ...{ default: 35 * 86_400, with: 'greylist_delay' },
    about: 'The time after which it forgets such a client.',
    source: { rfc: 6647, section: '2.4' },
  }),
]

const withoutIdleGreylisting = (host: HostSpec): HostSpec => {
  if (!host.smtp?.greylisting || host.smtp.greylisting.delay !== undefined) return host
  const { greylisting: _, ...smtp } = host.smtp
  return { ...host, smtp }
}

const onPort25 = groupOf('Limits and slowness', 'smtp', '')

export const limitsOfSmtp: SettingGroup = {
  title: onPort25.title,
  settings: [...greylisting, ...onPort25.settings],
  finish: (host) => withoutIdleGreylisting(onPort25.finish?.(host) ?? host),
}

export const limitsOfSubmission = groupOf('Limits of submission', 'submission', 'submission_')

export const limitsOfLmtp = groupOf('Limits of LMTP', 'lmtp', 'lmtp_')
