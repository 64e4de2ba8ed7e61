import { expect, test } from 'vitest'
import type { WorldEvent } from '../../world/events/index.ts'
import { statusAfter } from './session-states.ts'
import { smtpStates } from './smtp-states.ts'

const command = (line: string): WorldEvent => {
  const [verb = '', code, argument = ''] = line.split(':')
  const head = { at: 0, type: 'command', protocol: 'smtp', connection: 1 } as const
  return { ...head, verb, argument, code: Number(code), text: '' }
}

const status = (...lines: readonly string[]) => statusAfter(smtpStates, lines.map(command), 1)

const toRcpt = ['EHLO:250', 'MAIL:250', 'RCPT:250']

test.each([
  [[], 'connected'],
  [['EHLO:250'], 'greeted'],
  [['HELO:501'], 'connected'],
  [['EHLO:250', 'MAIL:250'], 'has a sender'],
  [['EHLO:250', 'MAIL:250', 'RCPT:550'], 'has a sender'],
  [[...toRcpt, 'NOOP:250'], 'has recipients'],
  [[...toRcpt, 'RCPT:452'], 'has recipients'],
  [[...toRcpt, 'DATA:354'], 'takes the message'],
  [[...toRcpt, 'DATA:354', '.:550'], 'greeted'],
  [[...toRcpt, 'DATA:354', '.:500'], 'greeted'],
  [['EHLO:250', 'MAIL:250', 'RSET:250'], 'greeted'],
  [[...toRcpt, 'EHLO:250'], 'greeted'],
  [['RSET:250'], 'connected'],
  [['EHLO:250', 'STARTTLS:220'], 'connected'],
  [['EHLO:250', 'AUTH:334', '*:535'], 'greeted'],
  [[...toRcpt, 'BDAT:250:5'], 'in chunks'],
  [[...toRcpt, 'BDAT:250:5 LAST'], 'greeted'],
  [[...toRcpt, 'BDAT:552:9999'], 'greeted'],
  [[...toRcpt, 'BDAT:502:5'], 'has recipients'],
  [['QUIT:221'], 'closed'],
])('after %j a session is %s', (lines, name) => expect(status(...lines).name).toBe(name))

test('the arrows are those of the table of states', () => {
  const { stations, ways } = smtpStates.map
  expect(
    ways.map(({ from, to, label }) => `${stations[from]!.name} → ${stations[to]!.name}: ${label}`),
  ).toEqual([
    'connected → greeted: EHLO HELO',
    'greeted → connected: STARTTLS',
    'greeted → has a sender: MAIL',
    'takes the message → greeted: RSET, BDAT … LAST, a lone dot',
    'has a sender → has recipients: RCPT',
    'has recipients → takes the message: DATA BDAT',
  ])
  expect(stations[1]).toEqual({ name: 'greeted', stays: 'AUTH' })
})

test('the allowed commands depend on the state', () => {
  expect(status('EHLO:250').allowed).toContain('MAIL')
  expect(status('EHLO:250').allowed).not.toContain('RCPT')
  expect(status('EHLO:250').allowed).not.toContain('LHLO')
  expect(status(...toRcpt, 'DATA:354').sentence).toContain('lone dot')
})

test.each([
  ['EHLO:250', 'AUTH:334', 'base64'],
  ['EHLO:250', 'STARTTLS:220', 'TLS begins'],
  ['EHLO:250', 'QUIT:221', 'over'],
])('%s, then %s: the session waits', (before, line, sentence) =>
  expect(status(before, line)).toMatchObject({
    allowed: [],
    sentence: expect.stringContaining(sentence),
  }),
)
