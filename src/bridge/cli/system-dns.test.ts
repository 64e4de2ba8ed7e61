import { createSocket, type Socket } from 'node:dgram'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { evaluateSpfAsync } from '../../library/spf.ts'
import { systemDns } from './system-dns.ts'
import { ran } from './testing/run-command.ts'
import type { AsyncResolver } from '../../library/resolver.ts'

/** A name server on loopback that knows a handful of names (RFC 1035 §4). */
const TYPES: Readonly<Record<number, string>> = { 1: 'A', 15: 'MX', 16: 'TXT' }
const RCODES: Readonly<Record<string, number>> = { servfail: 2, nxdomain: 3, refused: 5 }

const text = (value: string): Buffer => Buffer.from([value.length, ...Buffer.from(value, 'latin1')])
const name = (labels: string): Buffer =>
  Buffer.concat([...labels.split('.').map(text), Buffer.from([0])])

const ANSWERS: Readonly<Record<string, Buffer>> = {
  'example.org TXT': Buffer.concat([text('v=spf1 ip4:192.0.2.0/24 '), text('-all')]),
  'example.org MX': Buffer.concat([Buffer.from([0, 10]), name('MAIL.example.org')]),
  'mail.example.org A': Buffer.from([192, 0, 2, 25]),
}

function respond(query: Buffer): Buffer | undefined {
  const labels: string[] = []
  let at = 12
  while (query[at]) {
    labels.push(query.toString('latin1', at + 1, at + 1 + query[at]!))
    at += query[at]! + 1
  }
  const type = query.readUInt16BE(at + 1)
  const question = query.subarray(12, at + 5)
  const asked = labels.join('.').toLowerCase()
  if (labels[0] === 'silent') return undefined
  const data = ANSWERS[`${asked} ${TYPES[type]}`]
  const exists = Object.keys(ANSWERS).some((key) => key.startsWith(`${asked} `))
  const rcode = RCODES[labels[0]!] ?? (exists ? 0 : 3)
  const header = Buffer.alloc(12)
  header.writeUInt16BE(query.readUInt16BE(0), 0)
  header.writeUInt16BE(0x8180 | rcode, 2)
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(data ? 1 : 0, 6)
  if (!data) return Buffer.concat([header, question])
  const record = Buffer.from([0xc0, 12, type >> 8, type & 255, 0, 1, 0, 0, 1, 0, 0, data.length])
  return Buffer.concat([header, question, record, data])
}

let server: Socket
let dns: AsyncResolver
let address: string

beforeAll(async () => {
  server = createSocket('udp4', (query, from) => {
    const answer = respond(query)
    if (answer) server.send(answer, from.port, from.address)
  })
  await new Promise<void>((resolve) => server.bind(0, '127.0.0.1', resolve))
  address = `127.0.0.1:${server.address().port}`
  dns = systemDns({ server: address, timeout: 200, tries: 1 })
})
afterAll(() => server.close())

test.each([
  ['example.org', 'TXT', 'ok'],
  ['mail.example.org', 'A', 'ok'],
  ['mail.example.org', 'AAAA', 'nodata'],
  ['example.org', 'A', 'nodata'],
  ['nowhere.example.org', 'TXT', 'nxdomain'],
  ['servfail.example.org', 'TXT', 'servfail'],
  ['refused.example.org', 'TXT', 'servfail'],
  ['silent.example.org', 'TXT', 'timeout'],
  ['a..example.org', 'TXT', 'nxdomain'],
  [`${'a'.repeat(64)}.example.org`, 'TXT', 'nxdomain'],
] as const)('%s %s: %s', async (asked, type, status) =>
  expect(await dns.query(asked, type)).toMatchObject({ status }),
)

test('records come in the engines’ own words', async () => {
  expect((await dns.query('example.org', 'TXT')).records).toMatchObject([
    { name: 'example.org', type: 'TXT', strings: ['v=spf1 ip4:192.0.2.0/24 ', '-all'] },
  ])
  expect((await dns.query('example.org', 'MX')).records).toMatchObject([
    { type: 'MX', preference: 10, exchange: 'mail.example.org' },
  ])
})

test('SPF is evaluated with real questions', async () => {
  const sender = { ip: '192.0.2.1', helo: 'mail.example.org', mailFrom: 'ann@example.org' }
  expect(await evaluateSpfAsync(sender, dns)).toMatchObject({ result: 'pass' })
  const lost = { ...sender, mailFrom: 'ann@silent.example.org' }
  expect(await evaluateSpfAsync(lost, dns)).toMatchObject({ result: 'temperror' })
})

test('the command asks the server that its option names', async () => {
  const words = ['check', 'spf', '--ip', '198.51.100.1', '--from', 'a@example.org']
  const given = { dns: (server?: string) => systemDns({ server: server!, timeout: 500, tries: 2 }) }
  const run = await ran([...words, '--server', address], {}, given)
  expect(run).toMatchObject({ code: 1, out: expect.stringContaining('spf: fail') })
  const typo = await ran([...words, '--server', 'not-an-address'], {}, given)
  expect(typo).toMatchObject({
    code: 2,
    err: expect.stringContaining('no address of a name server'),
  })
})
