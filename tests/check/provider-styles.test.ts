import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { applyEdits } from '../../src/core/diagnostic.ts'
import { check } from '../../src/lab/check/check.ts'
import type { CheckFinding } from '../../src/lab/check/checked.ts'
import { readFile } from '../../src/lab/check/read-file.ts'
import type { LinkedText } from '../../src/lab/link/link.ts'
import { webCrypto } from '../../src/platform/webcrypto.ts'

const now = Date.UTC(2026, 5, 2)
const here = new URL('./', import.meta.url)

function textOf(path: string, name = path.split('/').at(-1)!): LinkedText {
  const read = readFile(name, new Uint8Array(readFileSync(new URL(path, here))))
  if (!read.ok) throw new Error(read.reason)
  return read.text
}

const checked = (...texts: LinkedText[]) => check({ texts, now }, webCrypto)

/** What a stranger reads first: its severity, its rule, its line. */
const first = (found: readonly CheckFinding[]): string => {
  const [one] = found
  return one
    ? `${one.severity} ${one.code ?? one.message.split('.')[0]!}, line ${one.place?.line}`
    : ''
}

/** Zones as programs and providers write them, what is found first, and the four cells. */
const zones: Readonly<Record<string, readonly [found: string, cells: string]>> = {
  bind: ['error spf/multiple-records, line 7', '1 mail host, permerror, no key, p=quarantine'],
  'cdn-export': ['error mx/target-is-alias, line 19', '1 mail host, ~all, no key, p=none'],
  transfer: ['error dkim/key-armour, line 9', '1 mail host, -all, 1 key, p=reject'],
  'hosting-panel': ['error spf/port, line 15', '1 mail host, permerror, 1 key, none'],
  'office-suite': ['hint dmarc/absent, line 8', '2 mail hosts, ~all, no key, none'],
  tenant: ['error dmarc/wrong-owner, line 11', '1 mail host, -all, 2 keys, none'],
  registrar: ['error spf/too-many-lookups, line 21', '1 mail host, permerror, no key, p=none'],
  'no-dots': ['warning zone/doubled-origin, line 5', '1 mail host, -all, no key, p=quarantine'],
  cloud: ['error zone/string-too-long, line 8', '1 mail host, -all, no key, p=quarantine'],
  parked: ['error dmarc/missing-semicolon, line 8', 'null MX, -all, no key, ignored'],
}

test('there are ten zones and ten messages, and a row for each', () => {
  const names = (folder: string, ext: string) =>
    readdirSync(new URL(folder, here))
      .map((file) => file.replace(ext, ''))
      .sort()
  expect(names('zones', '.zone')).toEqual(Object.keys(zones).sort())
  expect(names('messages', '.eml')).toEqual(Object.keys(messages).sort())
  expect([Object.keys(zones).length, Object.keys(messages).length]).toEqual([10, 10])
})

test.each(Object.entries(zones))('the zone “%s”', async (name, [found, cells]) => {
  const { texts, findings } = await checked(textOf(`zones/${name}.zone`, 'pasted'))
  expect(texts[0]).toMatchObject({ kind: 'zone' })
  expect(texts[0]).not.toHaveProperty('note')
  expect(first(findings)).toBe(found)
  expect(texts[0]!.cells.map(({ value }) => value).join(', ')).toBe(cells)
})

test.each(Object.keys(zones))('each fix of “%s” mends what it is offered for', async (name) => {
  const text = textOf(`zones/${name}.zone`, 'pasted')
  const { findings } = await checked(text)
  for (const { code, fixes, place } of findings)
    for (const { changes } of fixes) {
      expect(changes.every(({ removed, added }) => removed.length + added.length > 0)).toBe(true)
      const fixed = applyEdits(text.text, changes[0]!.edits)
      const left = (await checked({ name: '', text: fixed })).findings
      const isLeft = (one: CheckFinding) => one.code === code && one.place?.before === place?.before
      expect(left.filter(isLeft).length).toBeLessThan(findings.filter(isLeft).length)
    }
})

/** Messages as mail programs save them, what is found first, and SPF, DKIM, DMARC. */
const messages: Readonly<Record<string, readonly [found: string, verdicts: string]>> = {
  webmail: ['', 'pass, pass, pass'],
  newsletter: ['error DMARC: fail, line 17', 'pass, pass, fail'],
  'mailing-list': ['error DKIM: fail (selector `june` of `example, line 8', 'unknown, fail, fail'],
  forwarded: ['info SPF: fail, line 2', 'fail, pass, pass'],
  'unknown-key': ['question The record of `elsewhere, line 2', 'unknown, unknown, unknown'],
  'header-only': ['', 'pass, unknown, pass'],
  'saved-on-unix': ['', 'pass, pass, pass'],
  phishing: ['error DMARC: fail, line 5', 'unknown, none, fail'],
  'invoice-system': ['error message/date-missing, line 4', 'unknown, none, unknown'],
  expired: ['warning DKIM: fail (selector `june` of `example, line 5', 'pass, fail, pass'],
}

const keys = ['example.org', 'esp.example', 'bank.example'].map((name) =>
  textOf(`keys/${name}.zone`),
)

test.each(Object.entries(messages))('the message “%s”', async (name, [found, verdicts]) => {
  const { texts, findings } = await checked(textOf(`messages/${name}.eml`), ...keys)
  expect(texts[0]).toMatchObject({ kind: 'message' })
  expect(first(findings.filter(({ text }) => text === 0))).toBe(found)
  expect(texts[0]!.verdicts.map(({ result }) => result).join(', ')).toBe(verdicts)
})

/** Copies before and after somebody on the way: what changed, in which octet, and who likely did it. */
const copies = [
  ['sent', 'list', 'header subject 9 both, body 59 both', 'the mailing list `friends.lists'],
  ['sent-simple', 'trailing', 'body 50 simple', 'that trims lines'],
  ['sent-8bit', 'qp', 'body 4 both', 'takes no eight-bit text'],
] as const

test.each(copies)('what was sent as “%s” arrived as “%s”', async (sent, arrived, changes, who) => {
  const { comparison } = await checked(
    { ...textOf(`copies/${sent}.eml`), copy: 'sent' },
    { ...textOf(`copies/${arrived}.eml`), copy: 'arrived' },
  )
  const shown = comparison!.changes.map(({ where, field, octet, breaks }) =>
    [where, field, octet, breaks].filter((one) => one !== undefined).join(' '),
  )
  expect(shown.join(', ')).toBe(changes)
  expect(comparison!.changes.every((one) => one.who.includes(who))).toBe(true)
  expect(comparison!.signatures).toMatchObject([{ domain: 'example.org', isWhole: false }])
})
