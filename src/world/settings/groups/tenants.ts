import type { HostSpec, TenantSpec } from '../../spec.ts'
import { exactText, listOf } from '../list-types.ts'
import { defineGroup } from '../setting.ts'
import { count, domainName, wordOf } from '../word-types.ts'
import { mainRows, parameterRows, type Rows } from './rows.ts'

const rows: Rows<TenantSpec> = {
  ...{ name: 'tenants', keyType: wordOf('a login, in one word'), example: 'shop' },
  isFor: ({ submission }) => submission !== undefined,
  all: ({ submission }) => submission?.tenants,
  with(host, tenants): HostSpec {
    if (!host.submission) return host
    const { tenants: _, ...others } = host.submission
    return { ...host, submission: tenants.length ? { ...others, tenants } : others }
  },
  keyOf: ({ login }) => login,
}

/** Who sends through this host and has no mailbox here. */
export const tenants = defineGroup({
  title: 'Customers who send through it',
  staysUnwritten: true,
  settings: [
    mainRows(rows, {
      about: 'Their logins, and the domains that each may send as.',
      ...{ item: listOf(domainName, 1), example: 'example.org, example.net' },
      source: { rfc: 6409, section: '6.1' },
      data: ({ domains }) => domains,
      make: (login, domains, before) => ({
        ...{ password: '', ...before, login, domains: [...domains] },
      }),
    }),
    parameterRows(rows, 'tenant_passwords', 'password', {
      ...{ about: 'Their passwords.', item: exactText, example: 'secret', missing: '' },
      source: { rfc: 4954, section: '4' },
    }),
    parameterRows(rows, 'tenant_return_paths', 'returnPath', {
      about: 'Domains of the reverse-path of what they send, where bounces come back.',
      ...{ item: domainName, example: 'bounces.example.org' },
    }),
    parameterRows(rows, 'tenant_limits', 'perHour', {
      ...{ about: 'Messages within an hour; more are put off.', item: count, example: '100' },
    }),
  ],
})
