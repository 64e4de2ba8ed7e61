import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { check } from '../../src/lab/check/check.ts'
import { readFile } from '../../src/lab/check/read-file.ts'
import type { LinkedText } from '../../src/lab/link/link.ts'
import { webCrypto } from '../../src/platform/webcrypto.ts'

const now = Date.UTC(2026, 5, 2)
const here = new URL('./', import.meta.url)

/** As it is pasted: without a name. */
function textOf(path: string): LinkedText {
  const read = readFile('', new Uint8Array(readFileSync(new URL(path, here))))
  if (!read.ok) throw new Error(read.reason)
  return read.text
}

const checked = (...texts: LinkedText[]) => check({ texts, now }, webCrypto)

/** Lists as services, panels and programs show them: the zone that is read, and what is said first. */
const exported: Readonly<Record<string, readonly [about: string, first: string]>> = {
  'gcloud.yaml': ['the zone `marlin.example`, 12 records', 'error spf/multiple-records'],
  'azure.json': ['the zone `heron.example`, 8 records', 'warning spf/pass-all'],
  'powerdns.json': ['the zone `otter.example`, 9 records', 'error mx/target-is-alias'],
  'panel-german.csv': ['the zone `example.org`, 6 records', 'error dmarc/version-first'],
  'panel-rows.txt': ['the zone `example.org`, 4 records', 'warning dmarc/no-reports'],
  'plesk.txt': ['the zone `dunlin.example`, 7 records', 'error dmarc/missing-semicolon'],
  'powershell.txt': ['the zone `example.org`, 2 records', ''],
  'dig-short.txt': ['the zone `example.org`, 2 records', ''],
  'registrar.txt': ['the zone `curlew.example`, 8 records', 'error dmarc/doubled-origin'],
  'cpanel.db': ['the zone `plover.example`, 10 records', 'error spf/separators'],
}

test('each file has a row', () => {
  const files = (folder: string) =>
    readdirSync(new URL(folder, here)).filter((name) => name.includes('.'))
  expect(files('exports').sort()).toEqual(Object.keys(exported).sort())
  expect(files('saved').sort()).toEqual(Object.keys(saved).sort())
})

test.each(Object.entries(exported))('what is listed as %s', async (name, [about, first]) => {
  const { texts, findings } = await checked(textOf(`exports/${name}`))
  expect(texts[0]).toMatchObject({ kind: 'zone', about })
  const [worst] = findings
  expect(worst ? `${worst.severity} ${worst.code}` : '').toBe(first)
  const said = findings.map(({ code, place, message }) => `${code} ${place?.line} ${message}`)
  expect(new Set(said).size).toBe(said.length)
})

/** Messages as programs save them: what is said first, where, and SPF, DKIM, DMARC. */
const saved: Readonly<
  Record<string, readonly [first: RegExp | '', line: number, verdicts: string]>
> = {
  'unnamed-host.eml': [/does not name `203\.0\.113\.77`/, 4, 'fail, none, fail'],
  'footer.eml': [/Above line 28 the body is as it was signed/, 3, 'unknown, fail, unknown'],
  'thunderbird.eml': [/has expired/, 15, 'pass, fail, pass'],
  'apple.emlx': ['', 0, 'pass, pass, pass'],
  'newsletter.eml': [/What passes is for `mailer\.example`/, 20, 'pass, pass, fail'],
  'bounce.eml': [/`mx\.example\.net` did not take .*`550 5\.7\.26/, 38, 'none, none, fail'],
  'list.eml': [/Above line 35 .* the mailing list/, 11, 'none, fail, fail'],
  'internet-headers.txt': ['', 0, 'pass, none, pass'],
  'phish.eml': [/name that is shown, `security@robin/, 9, 'unknown, none, unknown'],
  'two.mbox': ['', 0, 'pass, pass, pass'],
  'shown.txt': ['', 0, ''],
}

const zones = ['robin', 'wren', 'mailer'].map((name) => textOf(`saved/zones/${name}.zone`))

test.each(Object.entries(saved))('what is saved as %s', async (name, [first, line, verdicts]) => {
  const { texts, findings } = await checked(textOf(`saved/${name}`), ...zones)
  const [worst] = findings.filter(
    ({ text, severity }) => text === 0 && ['error', 'warning'].includes(severity),
  )
  expect(texts[0]!.verdicts.map(({ result }) => result).join(', ')).toBe(verdicts)
  if (first === '') expect(worst).toBeUndefined()
  else expect(worst?.message).toMatch(first)
  expect(worst?.place?.line ?? 0).toBe(line)
})

test('a host that may not send is named by a fix, which then lets it', async () => {
  const message = textOf('saved/unnamed-host.eml')
  const { findings } = await checked(message, zones[0]!)
  const [change] = findings[0]!.fixes[0]!.changes
  expect(change).toMatchObject({
    text: 1,
    added: ['@ TXT "v=spf1 ip4:192.0.2.0/24 ip4:203.0.113.77 -all"'],
  })
})

test('what is not read as a message says what it is, and how many there were', async () => {
  const { texts } = await checked(textOf('saved/shown.txt'), textOf('saved/two.mbox'))
  expect(texts).toMatchObject([
    { kind: 'unknown', note: /as a mail program shows it/ as unknown },
    { kind: 'message', note: /holds 2 messages/ as unknown },
  ])
})
