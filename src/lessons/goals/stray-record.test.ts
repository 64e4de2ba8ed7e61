import { expect, test } from 'vitest'
import { zoneEvidence } from '../testing/zone-evidence.ts'
import { judge } from './index.ts'

const stray = {
  ...{ kind: 'stray-record', zone: 'example.org', name: 'example.org', starts: 'V=spf1' },
}
const spf = (name: string): string => `${name} IN TXT "v=spf1 mx -all"`

test.each<[string, string[], boolean]>([
  ['at another name', [spf('www')], true],
  ['at a name that was doubled', [spf('example.org')], true],
  ['here and there', [spf('@'), spf('_spf')], true],
  ['where it belongs', [spf('@')], false],
  ['nowhere', ['www IN TXT "hello"'], false],
])('a record %s', (_, lines, isMet) => expect(judge(stray, zoneEvidence(lines)).met).toBe(isMet))

test('names where such a record stands by right', () => {
  const given = { ...stray, besides: ['WWW.example.org'] }
  expect(judge(given, zoneEvidence([spf('www')])).met).toBe(false)
  expect(judge(given, zoneEvidence([spf('www'), spf('_spf')])).met).toBe(true)
})

test('a zone that is not there has none', () =>
  expect(judge({ ...stray, zone: 'example.com' }, zoneEvidence([spf('www')]))).toEqual({
    met: false,
    reason: 'No such record stands at another name than `example.org`.',
  }))

test.each<[string, string, boolean]>([
  ['at a name that was mistyped', 'ppay._domainkey IN CNAME q._domainkey.pay.test.', true],
  ['where it belongs', 'pay._domainkey IN CNAME Q._domainkey.pay.test.', false],
  ['to somewhere else', 'ppay._domainkey IN CNAME may._domainkey', false],
])('an alias %s', (_, line, isMet) => {
  const alias = { kind: 'stray-record', zone: 'example.org', aliasOf: 'q._domainkey.pay.test' }
  const wanted = { ...alias, name: 'pay._domainkey.example.org' }
  expect(judge(wanted, zoneEvidence([line])).met).toBe(isMet)
})
