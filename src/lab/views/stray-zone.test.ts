import { expect, test } from 'vitest'
import { parseZone } from '../../dns/zone/parse.ts'
import { lintZones } from '../../lint/lint-zones.ts'
import { strayZone } from './stray-zone.ts'

const origins = ['example.net', 'example.org']
const soa = (origin: string) =>
  `$ORIGIN ${origin}.\n@ 300 SOA ns hostmaster 1 2 3 4 5\n@ 300 NS ns\nns 300 A 192.0.2.1\n`

const strayIn = (text: string, origin = 'example.org') =>
  strayZone(lintZones([parseZone(text, { origin, file: `${origin}.zone` })]), origins)

test.each([
  ['the zone’s own records', soa('example.org')],
  ['one name that is a slip', `${soa('example.org')}www.example.com. 300 A 192.0.2.2\n`],
  ['nothing', ''],
])('%s: none', (_, text) => expect(strayIn(text)).toBeUndefined())

test.each([
  ['another zone’s file', soa('mine.example')],
  [
    'many names of another',
    `${soa('example.org')}${['a', 'b', 'c'].map((name) => `${name}.mine.example. 300 A 192.0.2.2\n`).join('')}`,
  ],
])('%s is another zone', (_, text) => {
  expect(strayIn(text)).toBe('example.org')
  expect(strayIn(text.replaceAll('example.org', 'example.net'), 'example.net')).toBe('example.net')
})

test('what stands in a zone that may not be edited is nobody’s concern', () =>
  expect(strayIn(soa('mine.example'), 'example.com')).toBeUndefined())
