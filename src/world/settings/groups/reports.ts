import { defineGroup, setting } from '../setting.ts'
import { freeText } from '../list-types.ts'
import { address, yesNo } from '../word-types.ts'
import type { HostSpec } from '../../spec.ts'

const daily = (name: string, key: 'dmarc' | 'tls', about: string, rfc: number) =>
  setting<boolean>({
    ...{ name, about, default: false, type: yesNo, source: { rfc, section: '3' } },
    get: (host) => host.reports?.[key] === 'daily',
    set(host, data) {
      const { [key]: _, ...others } = host.reports ?? {}
      const now = { ...others, ...(data && { [key]: 'daily' as const }) }
      const { reports: before, ...rest } = host
      return Object.keys(now).length || before ? ({ ...rest, reports: now } as HostSpec) : host
    },
  })

/** The reports that it sends about what it saw. */
export const reports = defineGroup({
  title: 'Reports to other domains',
  settings: [
    daily(
      'report_dmarc',
      'dmarc',
      'Each day, what it made of messages, to the domains that ask for it.',
      9990,
    ),
    setting<boolean>({
      ...{ name: 'report_failures', at: 'reports.failures', default: false, type: yesNo },
      about: 'At once, of each message that failed, where the domain wants that.',
      source: { rfc: 9991, section: '3' },
    }),
    daily('report_tls', 'tls', 'Each day, how TLS went with the mail hosts of others.', 8460),
    setting<string>({
      ...{ name: 'report_from', at: 'reports.from', type: address },
      about: 'Who sends them.',
      unset: '`noreply-reports@` its first domain',
    }),
    setting<string>({
      ...{ name: 'report_organization', at: 'reports.organization', type: freeText },
      about: 'Who it says it is in them.',
      unset: 'its name',
    }),
  ],
  /** Without a report there is nothing to say about reports. */
  finish(host) {
    const { reports: before, ...others } = host
    return before && Object.keys(before).length === 0 ? others : host
  },
})
