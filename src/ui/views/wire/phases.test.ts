import { expect, test } from 'vitest'
import type { WorldEvent } from '../../../world/events/index.ts'
import { allowedNow, passages, phaseOf } from './phases.ts'

const command = (line: string): WorldEvent => {
  const [verb = '', code, argument = ''] = line.split(':')
  const head = { at: 0, type: 'command', protocol: 'smtp', connection: 1 } as const
  return { ...head, verb, argument, code: Number(code), text: '' }
}

test.each([
  [[], 'connected'],
  [['EHLO:250'], 'greeted'],
  [['EHLO:250', 'MAIL:250'], 'mail'],
  [['EHLO:250', 'MAIL:250', 'RCPT:550'], 'mail'],
  [['EHLO:250', 'MAIL:250', 'RCPT:250', 'NOOP:250'], 'rcpt'],
  [['EHLO:250', 'MAIL:250', 'RCPT:250', 'DATA:354'], 'data'],
  [['EHLO:250', 'MAIL:250', 'RCPT:250', 'DATA:354', '.:550'], 'greeted'],
  [['EHLO:250', 'MAIL:250', 'RSET:250'], 'greeted'],
  [['RSET:250'], 'connected'],
  [['EHLO:250', 'STARTTLS:220'], 'connected'],
  [['EHLO:250', 'MAIL:250', 'RCPT:250', 'BDAT:250:5'], 'chunks'],
  [['EHLO:250', 'MAIL:250', 'RCPT:250', 'BDAT:250:5 LAST'], 'greeted'],
  [['QUIT:221'], 'closed'],
])('after %j a session is %s', (lines, phase) => expect(phaseOf(lines.map(command), 1)).toBe(phase))

test('the way of a message goes from phase to phase by the verbs of the table', () =>
  expect(passages().map(({ from, to, verbs }) => `${from} ${verbs.join('/')} ${to}`)).toEqual([
    expect.stringMatching(/^connected (EHLO\/HELO|HELO\/EHLO) greeted$/),
    'greeted MAIL mail',
    'mail RCPT rcpt',
    'rcpt DATA data',
  ]))

test('what may be said hangs on the phase', () => {
  expect(allowedNow('greeted')).toContain('MAIL')
  expect(allowedNow('greeted')).not.toContain('RCPT')
  expect(allowedNow('data')).toEqual([])
})
