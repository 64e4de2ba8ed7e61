import { describe, expect, test } from 'vitest'
import { sandboxWorld } from '../../world/sandbox.ts'
import type { OpenPort } from '../../world/bridge-facts.ts'
import { plain } from '../../cli/output/paint.ts'
import { announce, announceBriefly } from './announce.ts'
import { factsOf } from './facts.ts'
import { parsePort } from './ports.ts'

const mail = 'mail.example.org'
const ports: OpenPort[] = [
  { service: 'dns', stands: 53, port: 5300, transport: 'plain' },
  { service: 'smtp', host: mail, stands: 25, port: 2525, transport: 'plain' },
  {
    service: 'smtp',
    host: 'mx.example.net',
    stands: 25,
    port: 2527,
    transport: 'plain',
    busy: 2526,
  },
  { service: 'http', stands: 80, port: 4173, transport: 'plain' },
]
const desk = { name: 'desk.example.org', address: '192.0.2.7' }
const linesFor = (caller: typeof desk) =>
  factsOf(sandboxWorld, ports, caller).tries.map(({ text }) => text)

describe('what there is to try', () => {
  test('goes to the first port of each service that is open, with a mailbox of its host', () =>
    expect(linesFor(desk)).toEqual([
      'dig @127.0.0.1 -p 5300 example.net MX',
      'swaks --server 127.0.0.1:2525 --to alice@example.org',
      'swaks --server 127.0.0.1:2525 --from alice@example.org --to bob@example.net',
    ]))

  test('passes nothing on for whom the host does not', () =>
    expect(linesFor({ name: 'forger.example', address: '203.0.113.66' })).toHaveLength(2))
})

test('the brief announcement has a line for each service, and the page is not among them', () => {
  const output = announceBriefly(factsOf(sandboxWorld, ports, desk), plain)
  expect(output).toMatch(/alice@example\.org {2}password friday/)
  expect(output).toMatch(/^ {2}smtp +2525 mail\.example\.org, 2527 mx\.example\.net$/m)
  expect(output).not.toContain('4173')
})

test('the start names the quota of each account', () =>
  expect(announce(factsOf(sandboxWorld, ports, desk), plain)).toContain('Each holds up to 250 MB.'))

test('a port that another program has is reported', () => {
  const facts = factsOf(sandboxWorld, [{ ...ports[0]!, busy: 53 }, ...ports.slice(1)], desk)
  expect(announceBriefly(facts, plain)).toMatch(/^ {2}dns +5300, for 53 is busy$/m)
  expect(announce(facts, plain)).toMatch(/localhost:2527 .*\(port 25\), for 2526 is busy$/m)
})

test.each([
  ['smtp=25', { smtp: 25 }],
  ['pop3s=0', { pop3s: 0 }],
  ['toString=1', undefined],
  ['smtp=65536', undefined],
  ['25', undefined],
])('the port %s', (word, read) => expect(parsePort(word)).toEqual(read))

test('a host that stands for a real server is named, with its place', () => {
  const [first, ...others] = sandboxWorld.hosts
  const hosts = [{ ...first!, forwardTo: '127.0.0.1:2526' }, ...others]
  const facts = factsOf({ ...sandboxWorld, hosts }, ports, desk)
  const line = `Mail for ${first!.name} is sent to 127.0.0.1:2526.`
  expect(announce(facts, plain)).toContain(line)
  expect(announceBriefly(facts, plain)).toContain(line)
  expect(announce(factsOf(sandboxWorld, ports, desk), plain)).not.toContain('Forwarded')
})
