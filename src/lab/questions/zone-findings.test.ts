import { expect, test } from 'vitest'
import { webCrypto } from '../../platform/webcrypto.ts'
import { answerQuestion } from './index.ts'

const lab = { world: undefined, crypto: webCrypto }
const start =
  '@ SOA ns hostmaster (\n  2026060101 ; serial\n  7200 900 1209600 300 )\n@ NS ns\nns A 192.0.2.53\n'
const zones = [
  {
    origin: 'example.org',
    text: `${start}@ TXT "v=spf1 include:example.net include:no.example -all"\n`,
  },
  { origin: 'example.net', text: `${start}@ TXT "v=spf1 mx -all"\n@ MX mx\n` },
]

test('zones are judged together, and are all there is', async () => {
  const { diagnostics } = await answerQuestion('zoneFindings', { zones }, lab)
  const messages = diagnostics.map(({ file, message }) => `${file}: ${message}`)
  expect(
    messages.some((one) => one.startsWith('example.org.zone') && one.includes('no.example')),
  ).toBe(true)
  expect(messages.some((one) => one.includes('include:example.net'))).toBe(false)
  expect(
    diagnostics.some(({ code, file }) => code.startsWith('zone/') && file === 'example.net.zone'),
  ).toBe(true)
})

test('a serial number has its place', async () => {
  const { serials } = await answerQuestion('zoneFindings', { zones }, lab)
  expect(serials.map(({ origin, value }) => ({ origin, value }))).toEqual([
    { origin: 'example.org', value: 2026060101 },
    { origin: 'example.net', value: 2026060101 },
  ])
  const { from, to } = serials[0]!.at
  expect(zones[0]!.text.slice(from, to)).toBe('2026060101')
})

test('what a name leads to is known of the zones that come with a question', async () => {
  const text = '@ MX 10 ns.example.net.'
  const asked = { origin: 'example.org', text, at: text.length - 2 }
  const beside = await answerQuestion('hover', { ...asked, beside: zones }, lab)
  const alone = await answerQuestion('hover', asked, lab)
  expect(beside.found?.lines.join(' ')).toContain('192.0.2.53')
  expect(alone.found?.lines.join(' ')).toContain('Nothing is published')
  const { items } = await answerQuestion('completions', { ...asked, beside: zones }, lab)
  expect(items.map(({ label }) => label)).toContain('ns.example.net.')
})
