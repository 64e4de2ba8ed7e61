import { expect, test } from 'vitest'
import { webCrypto } from '../../platform/webcrypto.ts'
import { allSettings } from '../settings/all-settings.ts'
import type { SmtpServiceSpec, ZoneSpec } from '../spec.ts'
import { eventsOf, opener, sendMail, servicesWorld } from '../testing/services-world.ts'

/** A domain that says of every client what one ending of its record says. */
const said = (ending: string): ZoneSpec => ({
  origin: 'said.test',
  editable: false,
  text: `$TTL 60\n@ SOA ns h 1 1 1 1 1\n@ NS ns\nns A 203.0.113.9\n@ MX 10 ns\n@ TXT "v=spf1 ${ending}"\n`,
})

const strict = { filters: [{ policy: 'spf', fail: 'refuse' }], unvouched: 'inbox' } as const
const junker = {
  filters: [{ policy: 'spf', fail: 'junk', softfail: 'junk' }],
  unvouched: 'inbox',
} as const
const logger = { filters: [{ policy: 'spf' }], unvouched: 'inbox' } as const

const receive = async (smtp: Partial<SmtpServiceSpec>, ending: string) => {
  const world = opener(webCrypto)(
    { 'mx.example.net': { smtp } },
    { zones: [...servicesWorld.zones, said(ending)] },
  )
  const { end } = await sendMail(world, {
    ...{ host: 'mallory.test', mailFrom: 'a@said.test', rcptTo: ['bob@example.net'] },
    headers: [['From', 'a@said.test']],
  })
  return { world, end }
}

test.each<[string, Partial<SmtpServiceSpec>, string, string, string | undefined]>([
  ['refuses a fail', strict, '-all', 'rejected', 'spf_fail = refuse'],
  ['takes a softfail, if it refuses fails alone', strict, '~all', 'inbox', 'unvouched = inbox'],
  ['takes neutral', strict, '?all', 'inbox', 'unvouched = inbox'],
  ['puts a fail into junk', junker, '-all', 'junk', 'spf_fail = junk'],
  ['puts a softfail into junk', junker, '~all', 'junk', 'spf_softfail = junk'],
  ['takes neutral, whatever it thinks of softfail', junker, '?all', 'inbox', 'unvouched = inbox'],
  ['only notes a fail', logger, '-all', 'inbox', 'unvouched = inbox'],
  ['only notes a softfail', logger, '~all', 'inbox', 'unvouched = inbox'],
  [
    'puts all into junk that nothing vouches for, by default',
    {},
    '?all',
    'junk',
    'unvouched = junk',
  ],
  ['takes what passes', {}, '+all', 'inbox', undefined],
])('a receiver %s', async (_, smtp, ending, expected, line) => {
  const { world, end } = await receive(smtp, ending)
  expect(end.kind).toBe(expected)
  const [delivered] = eventsOf(world, 'delivered')
  const [refused] = eventsOf(world, 'decided').filter(({ action }) => action === 'refused')
  expect(delivered?.basis?.line ?? refused?.line).toBe(line)
})

test('a refusal comes at MAIL, and names what decided', async () => {
  const { world, end } = await receive(strict, '-all')
  expect(end).toMatchObject({ kind: 'rejected', code: 550 })
  expect(eventsOf(world, 'command').find(({ verb }) => verb === 'MAIL')).toMatchObject({
    ...{ code: 550, enhanced: '5.7.23' },
  })
  expect(eventsOf(world, 'decided')[0]).toMatchObject({
    ...{ subject: 'a@said.test', line: 'spf_fail = refuse', source: { rfc: 7208, section: '8.4' } },
  })
})

test('the lines that decisions name are settings', () => {
  const names = allSettings.map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining(['spf_fail', 'spf_softfail', 'spf_permerror', 'unvouched']),
  )
})
