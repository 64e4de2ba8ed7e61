import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadWorlds } from './load-worlds.ts'

const zone =
  '$TTL 3600\n@ IN SOA ns hostmaster 1 7200 900 1209600 300\n@ IN NS ns\nns IN A 192.0.2.53\n'

const sound = {
  'world.yaml': `title: A town
about: One host, which keeps its own mail.
desk: a.example.org
suggestions: [hosts]
editable: [example.org]
seed: 1
now: 2026-05-04T09:00:00Z
hosts:
  - name: a.example.org
    addresses: [192.0.2.1]
    smtp:
      { personality: teaching, domains: [example.org], relayFrom: [], maxSize: 1000, authenticates: true }
mailboxes: [{ address: bob@example.org }]
mails:
  - id: note
    title: A note
    host: a.example.org
    mailFrom: bob@example.org
    rcptTo: [bob@example.org]
    headers: [[From, bob@example.org]]
    body: Hello
    intent: good
senders:
  - { id: own, name: Own, about: x, ip: 192.0.2.1, helo: a.example.org, mailFrom: bob@example.org, expect: [none] }
`,
  'zones/example.org.zone': zone,
}

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'worlds-'))
})
afterEach(() => rmSync(root, { recursive: true }))

function lay(name: string, changes: Readonly<Record<string, string>> = {}): void {
  for (const [file, text] of Object.entries({ ...sound, ...changes })) {
    const path = join(root, 'lessons/worlds', name, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
}

const swap = (from: string, to: string) => {
  if (!sound['world.yaml'].includes(from)) throw new Error(`It does not hold ${from}`)
  return { 'world.yaml': sound['world.yaml'].replace(from, to) }
}

test('a folder becomes a world', async () => {
  lay('town')
  lay('first-steps')
  const [first, town] = await loadWorlds(root)
  expect(first?.name).toBe('first-steps')
  expect(town).toMatchObject({
    ...{ name: 'town', title: 'A town', desk: 'a.example.org', onPurpose: [] },
    world: { seed: 1, zones: [{ origin: 'example.org', editable: true, text: zone }] },
  })
})

test('a project without worlds has none', async () => expect(await loadWorlds(root)).toEqual([]))

const here = 'lessons/worlds/town'

describe('a fault names its file, line and column:', () => {
  test.each([
    [
      'a value of the wrong kind',
      swap('seed: 1', 'seed: one'),
      `${here}/world.yaml:6:1 (seed): Write a number; this is \`one\`.`,
    ],
    [
      'a key that is none',
      swap('    addresses:', '    adress:'),
      `${here}/world.yaml:10:5 (hosts.0.adress): There is no key \`adress\` here.`,
    ],
    [
      'an address',
      swap('[192.0.2.1]', '[192.0.2]'),
      `${here}/world.yaml:10:17 (hosts.0.addresses.0): Write an IP address`,
    ],
    [
      'a title that is missing',
      swap('title: A town\n', ''),
      `${here}/world.yaml:1:1 (title): \`title\` is missing.`,
    ],
    [
      'a mail of a host that is not there',
      swap('    host: a.example.org', '    host: b.example.org'),
      `${here}/world.yaml:17:5 (mails.0.host): No host of world.yaml is called \`b.example.org\`.`,
    ],
    [
      'a desk that is not there',
      swap('desk: a.', 'desk: b.'),
      `${here}/world.yaml:3:1 (desk): No host of world.yaml is called \`b.example.org\`.`,
    ],
    [
      'a zone that is not there',
      swap('editable: [example.org]', 'editable: [example.com]'),
      `${here}/world.yaml:5:12 (editable): There is no file \`zones/example.com.zone\`.`,
    ],
    [
      'a line of a zone',
      { 'zones/example.org.zone': `${zone}@ MX ten mail\n` },
      `${here}/zones/example.org.zone:5:6: `,
    ],
    ['broken YAML', swap('seed: 1', 'seed: [1'), /^lessons\/worlds\/town\/world.yaml:\d+:\d+: /],
  ])('%s', async (_, changes, message) => {
    lay('town', changes)
    await expect(loadWorlds(root)).rejects.toThrow(message)
  })
})
