import { describe, expect, test } from 'vitest'
import { sandboxWorld } from '../sandbox.ts'
import type { HostSpec } from '../spec.ts'
import { readFields, settingFields } from './fields.ts'

const host = sandboxWorld.hosts.find(({ submission }) => submission)!

const valueIn = (of: HostSpec, name: string): string | undefined =>
  settingFields(of)
    .flatMap(({ fields }) => fields)
    .find((one) => one.name === name)?.value

describe.each(sandboxWorld.hosts)('$name', (one) => {
  test('is the same host when nothing is set', () => {
    expect(readFields(one, {})).toMatchObject({ host: one, isSound: true })
  })

  test('is the same host when each field says what it said', () => {
    const fields = settingFields(one).flatMap((group) => group.fields)
    const values = Object.fromEntries(fields.map(({ name, value }) => [name, value]))
    expect(readFields(one, values).host).toEqual(one)
  })
})

test.each<[string, Readonly<Record<string, string>>, string, string]>([
  ['a choice', { tls: 'required' }, 'tls', 'required'],
  [
    'a list in lines',
    { relay_networks: '192.0.2.0/24\n\n 198.51.100.1 ' },
    'relay_networks',
    '192.0.2.0/24, 198.51.100.1',
  ],
  [
    'a table',
    { aliases: 'sales@example.org: alice@example.org' },
    'aliases',
    'sales@example.org: alice@example.org',
  ],
  ['a filter with its parameter', { filters: 'spf', spf_fail: 'refuse' }, 'spf_fail', 'refuse'],
  ['what is emptied, as by default', { max_size: '' }, 'max_size', '10M'],
  [
    'a name that no setting has, not at all',
    { __proto__x: 'a', nonsense: 'b' },
    'nonsense',
    undefined as never,
  ],
])('sets %s', (_, values, name, expected) => {
  const read = readFields(host, values)
  expect(read).toMatchObject({ isSound: true })
  expect(valueIn(read.host, name)).toBe(expected)
})

test.each<[string, Readonly<Record<string, string>>, string]>([
  ['a word that is none of the choice', { tls: 'maybe' }, 'tls'],
  ['an address that is none', { relay_networks: '192.0.2.0/24, everybody' }, 'relay_networks'],
  ['two words for one', { max_size: '10M 20M' }, 'max_size'],
  ['what would be a setting of its own', { helo: 'a.example\ntls = none' }, 'helo'],
])('says at its field what is wrong with %s', (_, values, name) => {
  const read = readFields(host, values)
  expect(read.isSound).toBe(false)
  expect(read.host).toBe(host)
  expect(read.notes.filter(({ severity }) => severity === 'error')).toMatchObject([{ name }])
})

test('what is sound and unwise is a note', () => {
  const { notes, isSound } = readFields(host, { relay_networks: '0.0.0.0/0' })
  expect(isSound).toBe(true)
  expect(notes).toMatchObject([{ name: 'relay_networks', severity: 'warning' }])
})
