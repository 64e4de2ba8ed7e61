import { describe, expect, test } from 'vitest'
import { runSync } from '../../core/effects.ts'
import type { Resolver } from '../../core/dns.ts'
import { questionsOf, walkSteps } from '../../core/trace.ts'
import { createResolver } from '../../dns/resolver.ts'
import { parseZone } from '../../dns/zone/parse.ts'
import { findMailHosts, type MxVerdict } from './evaluate.ts'

const { zone } = parseZone(
  `
@ 3600 SOA ns.example.com. hostmaster.example.com. 1 7200 900 1209600 300
@ NS ns
ns A 192.0.2.53
@ MX 20 mx2
@ MX 10 mx1
mx1 A 192.0.2.1
mx1 AAAA 2001:db8::1
mx2 A 192.0.2.2
plain A 192.0.2.3
quiet MX 0 .
mixed MX 0 .
mixed MX 10 mx1
nowhere MX 10 gone
bare TXT "no address here"
alias CNAME plain
toalias MX 10 alias
half MX 10 gone
half MX 20 mx2
`,
  { origin: 'example.com' },
)
const dns = createResolver([zone])

const find = (domain: string, resolver: Resolver = dns): MxVerdict =>
  runSync(findMailHosts(domain), (question) =>
    question.ask === 'dns' ? resolver.query(question.name, question.type) : undefined,
  )

const hostsOf = ({ hosts }: MxVerdict): string[] =>
  hosts.map(({ name, preference, addresses }) => [preference, name, ...addresses].join(' '))

test.each([
  [
    'example.com',
    'hosts',
    ['10 mx1.example.com 192.0.2.1 2001:db8::1', '20 mx2.example.com 192.0.2.2'],
  ],
  [
    'Example.COM.',
    'hosts',
    ['10 mx1.example.com 192.0.2.1 2001:db8::1', '20 mx2.example.com 192.0.2.2'],
  ],
  ['plain.example.com', 'implicit', ['0 plain.example.com 192.0.2.3']],
  ['alias.example.com', 'implicit', ['0 plain.example.com 192.0.2.3']],
  ['quiet.example.com', 'null-mx', []],
  ['mixed.example.com', 'hosts', ['10 mx1.example.com 192.0.2.1 2001:db8::1']],
  ['half.example.com', 'hosts', ['10 gone.example.com', '20 mx2.example.com 192.0.2.2']],
  ['nowhere.example.com', 'none', ['10 gone.example.com']],
  ['bare.example.com', 'none', []],
  ['nobody.example.com', 'none', []],
  ['toalias.example.com', 'hosts', ['10 alias.example.com 192.0.2.3']],
  ['', 'none', []],
])('mail for %s: %s %j', (domain, result, hosts) => {
  const verdict = find(domain)
  expect([verdict.result, hostsOf(verdict)]).toEqual([result, hosts])
  expect(verdict.trace.text).toBe(verdict.reason)
})

describe('the verdict gives the reason', () => {
  test.each([
    [
      'example.com',
      'Mail for `example.com` goes to `mx1.example.com` at 192.0.2.1, then `mx2.example.com`.',
    ],
    [
      'plain.example.com',
      '`plain.example.com` has no MX record, so it takes its mail itself, at 192.0.2.3.',
    ],
    [
      'quiet.example.com',
      '`quiet.example.com` states with a null MX record that it accepts no mail.',
    ],
    ['nobody.example.com', '`nobody.example.com` does not exist.'],
  ])('%s', (domain, reason) => expect(find(domain).reason).toBe(reason))

  test('an alias as a mail host is followed, and noted', () => {
    const steps = [...walkSteps(find('toalias.example.com').trace)]
    expect(steps.find(({ kind }) => kind === 'mx/host')?.text).toContain('is an alias (CNAME)')
  })

  test('every question is in the trace', () =>
    expect(
      questionsOf(find('plain.example.com').trace).map(({ question }) => question.type),
    ).toEqual(['MX', 'A', 'AAAA']))
})

describe('DNS that does not answer', () => {
  const losing = (lost: string): Resolver => ({
    query: (name, type) =>
      `${type} ${name}` === lost ? { status: 'timeout', records: [] } : dns.query(name, type),
  })

  test.each([
    ['MX example.com', 'example.com', 'temperror'],
    ['A plain.example.com', 'plain.example.com', 'temperror'],
    ['AAAA gone.example.com', 'nowhere.example.com', 'temperror'],
    ['A mx1.example.com', 'example.com', 'hosts'],
  ])('without %s, mail for %s: %s', (lost, domain, result) =>
    expect(find(domain, losing(lost)).result).toBe(result),
  )
})

describe('a sender that does not follow aliases', () => {
  const strict = (domain: string): MxVerdict =>
    runSync(findMailHosts(domain, 'refused'), (question) =>
      question.ask === 'dns' ? dns.query(question.name, question.type) : undefined,
    )

  test('finds no host where the MX names one', () => {
    const { result, hosts, reason } = strict('toalias.example.com')
    expect([result, ...hostsOf({ hosts } as MxVerdict)]).toEqual(['none', '10 alias.example.com'])
    expect(reason).toBe(
      'None of the mail hosts of `toalias.example.com` can be used, and an alias is not followed: `alias.example.com`.',
    )
    expect(find('toalias.example.com').result).toBe('hosts')
  })

  test('takes a host by its own name, and a domain that is an alias', () => {
    expect(hostsOf(strict('half.example.com'))).toEqual(hostsOf(find('half.example.com')))
    expect(hostsOf(strict('alias.example.com'))).toEqual(['0 plain.example.com 192.0.2.3'])
  })
})
