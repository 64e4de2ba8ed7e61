import { expect, test } from 'vitest'
import { startsAt, type AtTerminal } from './starts-at.ts'

const hosts = [
  { name: 'desk.example.org', addresses: [] },
  { name: 'mx.example.org', addresses: [], smtp: {} },
] as unknown as AtTerminal['hosts']
const desk: AtTerminal = {
  ...{ place: 'desk.example.org', running: undefined, talks: false, hosts },
  desk: 'desk.example.org',
}
const mx = { ...desk, place: 'mx.example.org' }
const step = ['nc mx.example.org 25', 'MAIL FROM:<…>', 'a1 LOGIN …', '.']

test.each<[what: string, at: AtTerminal, chips: readonly string[]]>([
  ['a prompt at the desk', desk, ['nc mx.example.org 25', 'hosts', 'swaks -t …', 'help']],
  ['a prompt on a mail server', mx, ['tail -f /var/log/mail.log', 'mailq', 'help']],
  ['a session', { ...desk, running: 'nc', talks: true }, ['MAIL FROM:<…>', 'a1 LOGIN …', 'Ctrl-C']],
  ['a program that goes on', { ...mx, running: 'tail' }, ['Ctrl-C', 'Ctrl-D']],
])('%s begins with what fits it', (_, at, chips) => expect(startsAt(at, step)).toEqual(chips))
