import { expect, test } from 'vitest'
import type { DnsAnswer, DnsRecord } from '../../core/dns.ts'
import type { Evidence } from '../evidence.ts'
import { judge } from './index.ts'

const head = { name: 'example.org', ttl: 3600 }
const records: Readonly<Record<string, readonly DnsRecord[]>> = {
  'example.org MX': [
    { ...head, type: 'MX', preference: 10, exchange: 'mail.example.org.example.org' },
  ],
  'example.org TXT': [
    { ...head, type: 'TXT', strings: ['v=spf1 ', '-all'] },
    { ...head, type: 'TXT', strings: ['V=SPF1 +all'] },
  ],
  'mail.example.org A': [{ ...head, type: 'A', address: '192.0.2.10' }],
  'mail.example.org AAAA': [],
}

const query = (name: string, type: string): DnsAnswer => {
  const found = records[`${name} ${type}`]
  if (!found) return { status: 'nxdomain', records: [] }
  return { status: found.length ? 'ok' : 'nodata', records: found }
}

const stand = (params: object) =>
  judge({ kind: 'dns', ...params }, { world: { resolver: { query } } } as unknown as Evidence)

const mx = { name: 'example.org', type: 'MX' }
const txt = { name: 'example.org', type: 'TXT' }

test.each([
  [mx],
  [{ ...mx, value: 'MAIL.example.org.example.org' }],
  [{ ...txt, value: 'v=spf1 -all' }],
  [{ ...txt, starts: 'v=spf1', atLeast: 2 }],
  [{ ...txt, has: '+ALL', atMost: 1 }],
  [{ name: 'nothing.example.org', type: 'TXT', atMost: 0 }],
  [{ name: 'mail.example.org', type: 'A', value: '192.0.2.10' }],
])('%o is met', (params) => expect(stand(params)).toEqual({ met: true }))

test.each([
  [
    { ...mx, value: 'mail.example.org' },
    'The MX of `example.org` gives `mail.example.org.example.org`.',
  ],
  [
    { ...txt, starts: 'v=spf1', atMost: 1 },
    'The TXT of `example.org` gives `v=spf1 -all` and `V=SPF1 +all`.',
  ],
  [{ name: 'mail.example.org', type: 'AAAA' }, '`mail.example.org` has no AAAA record.'],
  [
    { name: 'nothing.example.org', type: 'TXT' },
    'The name `nothing.example.org` does not exist yet.',
  ],
])('%o: %s', (params, reason) => expect(stand(params)).toEqual({ met: false, reason }))
