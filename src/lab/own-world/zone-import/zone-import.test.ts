import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { webCrypto } from '../../../platform/webcrypto.ts'
import { createWorld } from '../../../world/create.ts'
import { sandboxWorld } from '../../../world/sandbox.ts'
import { sandbox } from '../../../lessons/sandbox.ts'
import { checkWorld } from '../check-world.ts'
import { ownWorldOf } from '../own-world-of.ts'
import { putAll } from '../parts.ts'
import { readZone, type ZoneRead } from './read-zone.ts'

const zoneFile = `$ORIGIN mine.example.
$TTL 3600
@   SOA ns1 hostmaster 1 7200 900 1209600 300
@   NS  ns1
ns1 A   192.0.2.150
mx  A   192.0.2.151
out A   192.0.2.152
@   MX  10 mx
@   MX  20 backup.host.example.
@   TXT "v=spf1 mx ip4:192.0.2.152 ip4:192.0.2.160/28 include:_spf.service.example -all"
`

const octodns = `---
? ''
: - type: MX
    values:
      - exchange: mx.mine.example.
        preference: 10
  - ttl: 300
    type: TXT
    values:
      - v=spf1 mx -all
      - v=other\\; a="b"
mx:
  type: A
  value: 192.0.2.151
www:
  type: ALIAS
  value: elsewhere.example.
`

const route53 = JSON.stringify({
  ResourceRecordSets: [
    record('mine.example.', 'SOA', 'ns.mine.example. h.mine.example. 1 7200 900 1209600 300'),
    record('mine.example.', 'NS', 'ns.mine.example.'),
    record('mine.example.', 'MX', '10 mx.mine.example.'),
    record('mx.mine.example.', 'A', '192.0.2.151'),
    record('\\052.mine.example.', 'TXT', '"plain" "\\344"'),
    { Name: 'mine.example.', Type: 'A', AliasTarget: { DNSName: 'lb.example.' } },
  ],
})

function record(Name: string, Type: string, Value: string) {
  return { Name, Type, TTL: 300, ResourceRecords: [{ Value }] }
}

const cloudflare = `;;
;; Domain:     mine.example.
;; Exported:   2026-05-01 08:00:00
;;
;; SOA Record
mine.example\t3600\tIN\tSOA\ta.ns.example. dns.example. 2045 10000 2400 604800 3600

;; NS Records
mine.example.\t86400\tIN\tNS\ta.ns.example.

;; MX Records
mine.example.\t1\tIN\tMX\t10 mx.mine.example.

;; A Records
mx.mine.example.\t1\tIN\tA\t192.0.2.151 ; cf_tags=cf-proxied:false
`

const cloudflareList = JSON.stringify({
  result: [
    { type: 'MX', name: 'mine.example', content: 'mx.mine.example', priority: 10, ttl: 1 },
    { type: 'A', name: 'mx.mine.example', content: '192.0.2.151', ttl: 300 },
    { type: 'TXT', name: 'mine.example', content: 'v=spf1 mx -all', ttl: 300 },
    { type: 'LOC', name: 'mine.example', content: '…', ttl: 300 },
  ],
})

function read(text: string, file?: string): Extract<ZoneRead, { ok: true }> {
  const found = readZone({ text, ...(file !== undefined && { file }) }, sandboxWorld)
  if (!found.ok) throw new Error(found.fault.message)
  return found
}

describe('a pasted zone', () => {
  test.each([
    ['zone file', zoneFile, undefined],
    ['octoDNS', octodns, 'mine.example.yaml'],
    ['Route 53', route53, 'records.json'],
    ['Cloudflare export', cloudflare, undefined],
    ['Cloudflare list', cloudflareList, undefined],
  ])('as %s is a zone without an error', (format, text, file) => {
    const found = read(text, file)
    expect(found).toMatchObject({ format, origin: 'mine.example' })
    expect(found.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(found.offers?.mailHosts.names[0]).toBe('mx.mine.example')
  })

  test.each([
    ['octoDNS', octodns, 'mine.example.yaml', /ALIAS has no form/],
    ['Route 53', route53, '', /alias of another service/],
    ['Cloudflare', cloudflareList, '', /LOC was left out/],
  ])('of %s says what was left out', (_, text, file, note) =>
    expect(read(text, file).notes.join('\n')).toMatch(note),
  )

  test('keeps quotes, semicolons and octets', () => {
    expect(read(octodns, 'mine.example.yaml').text).toContain(String.raw`"v=other; a=\"b\""`)
    expect(read(route53).text).toContain(String.raw`* 300 TXT "plain" "\228"`)
  })

  test.each([
    ['by its SOA record', 'mine.example. SOA ns h 1 2 3 4 5\n'],
    ['by what its names end in', 'a.mine.example. A 192.0.2.1\nb.mine.example. A 192.0.2.2\n'],
    ['by its name server', '@ SOA ns.mine.example. h.mine.example. 1 2 3 4 5\n'],
  ])('has its name %s', (_, text) => expect(read(text).origin).toBe('mine.example'))

  test('without a name waits for one', () => {
    const text = '@ MX 10 mx\nmx A 192.0.2.1\n'
    expect(read(text)).toMatchObject({ origin: '', records: 0 })
    expect(readZone({ text, origin: 'mine.example' }, sandboxWorld)).toMatchObject({
      ...{ ok: true, origin: 'mine.example', problemCount: 0 },
      notes: ['SOA and NS were not there; stand-ins are on top.'],
    })
  })

  test.each([
    ['{"a": ', 1, /neither JSON nor YAML/],
    ['{"a": 1}', 1, /no records as octoDNS/],
    ['---\na: [\n', 3, /neither JSON nor YAML/],
    ['x'.repeat(10_000_000), 1, /at most 1,000,000 characters; this has 10,000,000/],
  ])('that cannot be read says where and why: %#', (text, line, why) => {
    const found = readZone({ text }, sandboxWorld)
    expect(found.ok).toBe(false)
    if (!found.ok)
      expect(found.fault).toMatchObject({ line, message: expect.stringMatching(why) as string })
  })

  test('whatever is pasted is answered', () => {
    fc.assert(
      fc.property(
        fc.string(),
        (text) => void readZone({ text, origin: 'a.example' }, sandboxWorld),
      ),
    )
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        readZone(
          { text: JSON.stringify({ ResourceRecordSets: [value], result: value }) },
          sandboxWorld,
        )
        readZone({ text: JSON.stringify({ x: value }), origin: 'a.example' }, sandboxWorld)
      }),
    )
  })
})

describe('what a zone names', () => {
  const { offers, text } = read(zoneFile)

  test('is offered: mail hosts, senders, services and a message', () => {
    expect(offers?.mailHosts.names).toEqual(['mx.mine.example', 'backup.host.example'])
    expect(offers?.senders.senders.map(({ ip }) => ip)).toEqual([
      ...['192.0.2.151', '192.0.2.152', '192.0.2.160'],
    ])
    expect(offers?.services.names).toEqual(['_spf.service.example'])
    expect(offers?.message.names).toEqual(['postmaster@mine.example'])
  })

  test('makes a world in which its message arrives, and each sender passes', async () => {
    const all = Object.values(offers!)
    const changed = putAll(ownWorldOf(sandbox), {
      zones: [
        { origin: 'mine.example', text, editable: true },
        ...all.flatMap(({ zones }) => zones),
      ],
      hosts: all.flatMap(({ hosts }) => hosts),
      mailboxes: all.flatMap(({ mailboxes }) => mailboxes),
      senders: all.flatMap(({ senders }) => senders),
      mails: all.flatMap(({ mails }) => mails),
    })
    expect(changed.ok && checkWorld(changed.own)).toMatchObject({ ok: true })
    if (!changed.ok) return
    const world = createWorld(changed.own.world, { crypto: webCrypto })
    const { end } = await world.send(changed.own.world.mails.at(-1)!)
    expect(end).toMatchObject({ kind: 'inbox', mailbox: 'bob@example.net' })
  })
})

describe('a part of a zone', () => {
  const originOf = (text: string, file?: string) => {
    const read = readZone({ text, ...(file !== undefined && { file }) }, sandboxWorld)
    return read.ok ? read.origin : read.fault.message
  }

  test.each([
    ['_dmarc.firm.example. 3600 IN TXT "v=DMARC1; p=none"\n', undefined, 'firm.example'],
    ['s1._domainkey.firm.example. TXT "v=DKIM1; p="\n', undefined, 'firm.example'],
    ['www.firm.example. A 192.0.2.1\n', 'firm.example', 'firm.example'],
    ['www.firm.example. A 192.0.2.1\n', 'other.example', 'www.firm.example'],
    ['$ORIGIN sub.firm.example.\nwww A 192.0.2.1\n', 'firm.example', 'sub.firm.example'],
  ])('%s, of a file called %s, is of the zone %s', (text, file, origin) =>
    expect(originOf(text, file)).toBe(origin),
  )

  test('a policy of MTA-STS is a file and no zone', () =>
    expect(originOf('version: STSv1\nmode: testing\nmx: a.example\n')).toContain('MTA-STS'))
})

test('two SPF records are one fault', () => {
  const text = `${zoneFile}@ TXT "v=spf1 -all"\n`
  const read = readZone({ text }, sandboxWorld)
  const found = read.ok ? read.problems.filter(({ code }) => code === 'spf/multiple-records') : []
  expect(found).toHaveLength(1)
})

test('a part goes into the zone that is there, and brings nobody of its own', () => {
  const there = sandboxWorld.zones.find(({ origin }) => origin === 'example.org')!
  const text = '_dmarc.example.org. 3600 IN TXT "v=DMARC1; p=reject"\n'
  const read = readZone({ text }, sandboxWorld, () => there.text)
  expect(read).toMatchObject({ ok: true, joins: true, origin: 'example.org', records: 1 })
  expect(read.ok && Object.values(read.offers!).flatMap(({ names }) => names)).toEqual([])
  expect(read.ok && read.text).toContain('SOA')
  const other = readZone({ text }, sandboxWorld)
  expect(other).toMatchObject({ ok: true, joins: false })
})
