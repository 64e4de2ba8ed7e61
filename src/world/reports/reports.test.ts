import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { openReport } from '../../auth/dmarc/reports/open-report.ts'
import { readFailureReport } from '../../auth/dmarc/reports/read-failure.ts'
import { parseTlsReport } from '../../auth/tls-rpt/read-report.ts'
import { latin1 } from '../../core/bytes.ts'
import { decodedBytes, leavesOf } from '../../message/mime/decode.ts'
import { parseMime } from '../../message/mime/tree.ts'
import { parseMessage } from '../../message/parse.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import type {
  HostSpec,
  HttpsSpec,
  OnPathSpec,
  ReportsSpec,
  SendingSpec,
  WorldSpec,
} from '../spec.ts'
import {
  decisionsOf,
  eventsOf,
  fieldOf,
  heldBy,
  messagesIn,
  opener,
  sendMail,
  servicesWorld,
  type HostChange,
} from '../testing/services-world.ts'
import type { World } from '../world.ts'

const BOB = 'bob@example.net'
const HOUR = 3_600_000

interface Given {
  readonly reports?: ReportsSpec
  readonly record?: string
  readonly zones?: Readonly<Record<string, string>>
  readonly receiver?: HostChange['smtp']
  readonly sender?: Partial<HostSpec>
  readonly onPath?: readonly OnPathSpec[]
  readonly hosts?: readonly HostSpec[]
  readonly plan?: WorldSpec['plan']
}

const COLLECTS: HttpsSpec = { endpoints: [{ path: '/tls', does: 'collect' }] }

function open(given: Given): World {
  const record = given.record ?? 'v=DMARC1; p=reject; rua=mailto:reports@example.org'
  const zones = servicesWorld.zones.map(({ text, ...zone }) => ({
    ...zone,
    text: `${text.replace('v=DMARC1; p=reject', record)}${given.zones?.[zone.origin] ?? ''}\n`,
  }))
  const { onPath, plan, hosts = [] } = given
  const more = { zones, ...(onPath && { onPath }), ...(plan && { plan }) }
  const mailboxes = [
    ...servicesWorld.mailboxes,
    { address: 'reports@example.org' },
    { address: 'reports@club.test' },
    { address: 'reports@example.net' },
  ]
  return opener(webCrypto)(
    {
      'mx.example.net': {
        ...(given.reports && { reports: given.reports }),
        smtp: { tls: 'offered', ...given.receiver },
      },
      ...(given.sender && { 'mail.example.org': given.sender as HostChange }),
    },
    { ...more, mailboxes },
    hosts,
  )
}

const good = (world: World) => sendMail(world, { rcptTo: [BOB] })
const forged = (world: World) => sendMail(world, { rcptTo: [BOB], host: 'mallory.test' })

async function pass(world: World, milliseconds: number): Promise<void> {
  world.advanceClock(milliseconds)
  await world.settled()
}

const reportIn = (world: World, address: string) => {
  const text = messagesIn(world, address)[0] ?? ''
  return openReport(latin1(text)).report
}

describe('aggregate reports', () => {
  const reports: ReportsSpec = { dmarc: 'daily', organization: 'Example Net' }

  test('come at midnight with what was seen that day, as mail that passes itself', async () => {
    const world = open({ reports })
    await good(world)
    await good(world)
    await forged(world)
    await pass(world, 15 * HOUR)
    expect(heldBy(world, 'reports@example.org')).toEqual([])
    await pass(world, 2 * HOUR)
    const report = reportIn(world, 'reports@example.org')
    expect(report?.metadata).toMatchObject({
      ...{ orgName: 'Example Net', email: 'noreply-reports@example.net' },
      ...{ begin: Date.parse('2026-06-01') / 1000, end: Date.parse('2026-06-02') / 1000 - 1 },
    })
    expect(
      report?.records.map(({ sourceIp, count, disposition, dkim, spf, reasons }) => [
        ...[sourceIp, count, disposition, dkim, spf],
        reasons.map(({ type }) => type).join(),
      ]),
    ).toEqual([
      ['192.0.2.25', 2, 'pass', 'pass', 'pass', ''],
      ['203.0.113.66', 1, 'quarantine', 'fail', 'fail', 'local_policy'],
    ])
    const [message] = messagesIn(world, 'reports@example.org')
    expect(fieldOf(message, 'Authentication-Results')).toMatch(/spf=pass/)
    expect(decisionsOf(world)).toEqual(['dmarc-report reported reports@example.org'])
    await pass(world, 48 * HOUR)
    expect(heldBy(world, 'reports@example.org')).toHaveLength(1)
    expect(world.nextDue).toBeUndefined()
  })

  test.each<[string, Given, string, string]>([
    ['literal', { receiver: { dmarc: 'literal' } }, 'reject', ''],
    ['blind', { receiver: { dmarc: 'blind' } }, 'quarantine', 'local_policy'],
    [
      'a forwarder that is trusted',
      { receiver: { trusts: { forwarders: ['203.0.113.66'] } } },
      'none',
      'trusted_forwarder',
    ],
    [
      'a policy that is tested',
      { record: 'v=DMARC1; p=reject; t=y; rua=mailto:reports@example.org' },
      'quarantine',
      'policy_test_mode',
    ],
    [
      'a policy of nothing',
      { record: 'v=DMARC1; p=none; rua=mailto:reports@example.org' },
      'none',
      '',
    ],
  ])('of %s', async (_, given, disposition, reason) => {
    const world = open({ reports, ...given })
    await forged(world)
    await pass(world, 24 * HOUR)
    const record = reportIn(world, 'reports@example.org')?.records[0]
    expect(record?.disposition).toBe(disposition)
    expect(record?.reasons.map(({ type }) => type).join()).toBe(reason)
  })

  test.each([
    ['', 0, 'dropped mailto:reports@club.test'],
    ['example.org._report._dmarc TXT "v=DMARC1"', 1, 'reported reports@club.test'],
  ])('to another organization that says %j: %i come', async (permission, times, decision) => {
    const record = 'v=DMARC1; p=reject; rua=mailto:reports@club.test'
    const world = open({ reports, record, zones: { 'club.test': permission } })
    await good(world)
    await pass(world, 24 * HOUR)
    expect(heldBy(world, 'reports@club.test')).toHaveLength(times)
    expect(decisionsOf(world)).toEqual([`dmarc-report ${decision}`])
  })

  test('are not sent where the host does not report', async () => {
    const world = open({})
    await good(world)
    await pass(world, 48 * HOUR)
    expect(eventsOf(world, 'decided')).toEqual([])
  })
})

describe('failure reports', () => {
  const record = 'v=DMARC1; p=reject; fo=1; ruf=mailto:reports@example.org'

  test('come at once, with the header of what failed', async () => {
    const world = open({ reports: { failures: true }, record })
    await good(world)
    await forged(world)
    expect(heldBy(world, 'reports@example.org')).toHaveLength(1)
    const [text] = messagesIn(world, 'reports@example.org')
    const { report, original } = readFailureReport(parseMessage(latin1(text!)))
    expect(report).toMatchObject({
      ...{ authFailure: 'dmarc', sourceIp: '203.0.113.66', deliveryResult: 'spam' },
      reportedDomain: ['example.org'],
    })
    expect(original?.returned).toBe('headers')
  })

  test('are at most ten a day', async () => {
    const world = open({ reports: { failures: true }, record })
    for (let at = 0; at < 12; at++) await forged(world)
    expect(heldBy(world, 'reports@example.org')).toHaveLength(10)
  })
})

test('reports about DMARC wait for their reader as other mail does', async () => {
  const plan = [
    { after: 3600, down: 'mail.example.org' },
    { after: 56 * 3600, up: 'mail.example.org' },
  ]
  const world = open({ reports: { dmarc: 'daily' }, plan })
  await good(world)
  await pass(world, 96 * HOUR)
  expect(eventsOf(world, 'deferred')[0]?.recipient).toBe('reports@example.org')
  expect(heldBy(world, 'reports@example.org')).toHaveLength(1)
})

describe('reports about TLS', () => {
  const rua = (where: string) => ({ 'example.net': `_smtp._tls TXT "v=TLSRPTv1; rua=${where}"` })
  const strip: OnPathSpec = { to: 'mx.example.net', does: 'strip-starttls' }
  const sender = (sending: SendingSpec) => ({ reports: { tls: 'daily' as const }, sending })

  function tlsReportIn(world: World) {
    const text = messagesIn(world, BOB).find((one) =>
      /^TLS-Report-Domain: example.net\r$/m.test(one),
    )
    const message = parseMessage(latin1(text ?? ''))
    const part = [...leavesOf(parseMime(message))].find(
      ({ type }) => type === 'application/tlsrpt+gzip',
    )
    return parseTlsReport(part ? gunzipSync(decodedBytes(message, part)).toString() : '')
  }

  test.each<[string, SendingSpec, readonly OnPathSpec[], object]>([
    ['all was well', {}, [], { type: 'no-policy-found', successes: 1, failures: 0 }],
    ['STARTTLS is hidden', {}, [strip], { successes: 0, failures: 1 }],
    ['STARTTLS is hidden and TLS needed', { tls: 'required' }, [strip], { failures: 1 }],
  ])('where %s', async (_, sending, onPath, expected) => {
    const zones = rua(`mailto:${BOB}`)
    const world = open({ sender: sender(sending), zones, onPath })
    await good(world)
    await pass(world, 16.5 * HOUR)
    const { report, problems } = tlsReportIn(world)
    expect(problems).toEqual([])
    expect(report?.start).toBe(Date.parse('2026-06-01'))
    expect(report?.policies[0]).toMatchObject({ domain: 'example.net' })
    if (!sending.tls) expect(report?.policies[0]).toMatchObject(expected)
    const { details = [] } = report?.policies[0] ?? {}
    expect(details.map(({ type }) => type)).toEqual(onPath.length ? ['starttls-not-supported'] : [])
  })

  test.each<[string, Partial<HostSpec>, number, string[]]>([
    ['that serves nothing of the kind, for a day', { https: {} }, 7, ['reported', 'dropped']],
    ['that takes it at once, no more', { https: COLLECTS }, 1, ['reported']],
  ])('are handed in by HTTPS to a host %s', async (_, web, tries, actions) => {
    const zones = {
      'example.net': `${rua('https://r.example.net/tls')['example.net']}\nr A 192.0.2.81`,
    }
    const host: HostSpec = { name: 'r.example.net', addresses: ['192.0.2.81'], ...web }
    const world = open({ sender: sender({}), zones, hosts: [host] })
    await good(world)
    await pass(world, 72 * HOUR)
    expect(eventsOf(world, 'fetched')).toHaveLength(tries)
    const decided = eventsOf(world, 'decided').filter(({ policy }) => policy === 'tls-report')
    expect(decided.map(({ action }) => action)).toEqual(actions)
    expect(world.nextDue).toBeUndefined()
  })

  test.each<[string, number, string]>([
    ['hours', 20, 'delivered'],
    ['more than a day', 40, 'undeliverable'],
  ])('by mail, to a host that is down for %s, are %s hours later %s', async (_, hours, end) => {
    const plan = [
      { after: 3600, down: 'mx.example.net' },
      { after: (16 + hours) * 3600, up: 'mx.example.net' },
    ]
    const zones = rua('mailto:reports@example.net')
    const world = open({ sender: sender({}), zones, plan })
    await good(world)
    await pass(world, 96 * HOUR)
    const [deferred] = eventsOf(world, 'deferred')
    expect(deferred?.recipient).toBe('reports@example.net')
    const ends = world.events.filter(
      (event) =>
        (event.type === 'undeliverable' && event.recipient === deferred!.recipient) ||
        (event.type === 'delivered' && event.mailbox === deferred!.recipient),
    )
    expect(ends.map(({ type }) => type)).toEqual([end])
    expect((ends[0]!.at - deferred!.at) / HOUR).toBeLessThanOrEqual(24)
    expect((ends[0]!.at - deferred!.at) / HOUR).toBeGreaterThan(19)
  })

  test('are handed in once the host is there again', async () => {
    const zones = {
      'example.net': `${rua('https://r.example.net/tls')['example.net']}\nr A 192.0.2.81`,
    }
    const host: HostSpec = { name: 'r.example.net', addresses: ['192.0.2.81'], https: COLLECTS }
    const plan = [
      { after: 0, down: 'r.example.net' },
      { after: 17 * 3600, up: 'r.example.net' },
    ]
    const world = open({ sender: sender({}), zones, hosts: [host], plan })
    await good(world)
    await pass(world, 72 * HOUR)
    const fetched = eventsOf(world, 'fetched').map(({ status, failure }) => status ?? failure)
    expect(fetched.at(-1)).toBe(201)
    expect(fetched.length).toBeGreaterThan(1)
  })

  test('may be handed in by HTTPS', async () => {
    const world = open({ sender: sender({}), zones: rua('https://r.example.net/tls') })
    await good(world)
    await pass(world, 24 * HOUR)
    expect(eventsOf(world, 'fetched')[0]).toMatchObject({
      ...{ by: 'mail.example.org', method: 'POST', url: 'https://r.example.net/tls' },
    })
  })
})
