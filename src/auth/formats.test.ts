import { describe, expect, test } from 'vitest'
import { signatureFormat } from './formats/dkim-signature.ts'
import { recordFormats } from './formats/index.ts'
import { rightOwner, standsRight } from './owner-pattern.ts'
import { describedTag, isTextOf, startsAs, type TagFormat } from './tag-format.ts'
import { parseTagList } from './tag-list.ts'
import { attempts, textFamilyOf } from './text-family.ts'

const formats: readonly TagFormat[] = [...Object.values(recordFormats), signatureFormat]

const tagsOf = (format: TagFormat, historic: boolean): string =>
  Object.keys(format.tags)
    .filter((name) => Boolean(format.tags[name]!.historic) === historic)
    .sort()
    .join(' ')

/** RFC 6376 §3.6.1 and §3.5, RFC 9989 §9.3, RFC 8461 §9.2, RFC 8460 §3, BIMI §4.3. */
test.each<[TagFormat, tags: string, historic: string]>([
  [recordFormats.dkim, 'h k n p s t v', 'g'],
  [signatureFormat, 'a b bh c d h i l q s t v x z', ''],
  [recordFormats.dmarc, 'adkim aspf fo np p psd rua ruf sp t v', 'pct rf ri'],
  [recordFormats['mta-sts'], 'id v', ''],
  [recordFormats['tls-rpt'], 'rua v', ''],
  [recordFormats.bimi, 'a avp l lps v', ''],
])('$name has every tag of its section', (format, tags, historic) =>
  expect([tagsOf(format, false), tagsOf(format, true)]).toEqual([tags, historic]),
)

describe.each(formats)('$name', (format) => {
  const example = parseTagList(format.example)

  test('its example is right', () => {
    expect(example.problems).toEqual([])
    expect(startsAs(format, example)).toBe(true)
    for (const { name, value } of example.tags) {
      const values = describedTag(format, name)?.values
      if (values) expect(values.map((one) => one.value)).toContain(value)
    }
  })

  test('each tag has a meaning and is written as it is called', () => {
    for (const [name, tag] of Object.entries(format.tags)) {
      expect(tag.meaning).toMatch(/^[A-Z].*\.$/)
      expect(tag.syntax.startsWith(`${name}=`)).toBe(true)
    }
    expect(describedTag(format, 'toString')).toBeUndefined()
  })
})

test.each<[family: keyof typeof recordFormats, text: string, is: boolean]>([
  ['dkim', 'p=', true],
  ['dkim', ' v=DKIM1; p=', true],
  ['dkim', 'p=; v=DKIM1', false],
  ['dmarc', 'v = DMARC1 ; p=none', true],
  ['dmarc', ' v=DMARC1; p=none', false],
  ['dmarc', 'v=dmarc1; p=none', false],
  ['dmarc', 'p=none', false],
  ['mta-sts', 'v=STSv1;id=1', true],
  ['mta-sts', 'v =STSv1; id=1', false],
  ['tls-rpt', 'v=TLSRPTv1', false],
  ['bimi', 'v=BIMI1', true],
])('%s: %j counts: %s', (family, text, is) =>
  expect(isTextOf(recordFormats[family], text)).toBe(is),
)

test.each<[owner: string, text: string, family: string | undefined]>([
  ['example.com', 'v=spf1 -all', 'spf'],
  ['example.com', 'hello', undefined],
  ['example.com', 'v=DMARC1; p=none', 'dmarc'],
  ['example.com', '" v = dkim', 'dkim'],
  ['_dmarc.example.com', 'v=spf1 -all', 'dmarc'],
  ['a._domainkey.example.com', 'v=BIMI1; l=', 'bimi'],
  ['a._domainkey.example.com', '', 'dkim'],
  ['_smtp._tls.example.com', 'rua', 'tls-rpt'],
  ['_mta-sts.example.com', 'v=', 'mta-sts'],
  ['default._bimi.example.com', '', 'bimi'],
])('at %s %j is of the family %s', (owner, text, family) =>
  expect(textFamilyOf(owner, text)).toBe(family),
)

test.each<[family: keyof typeof recordFormats, owner: string, right: string]>([
  ['dkim', 's1.mail.example.com', 's1._domainkey.mail.example.com'],
  ['dkim', 'example.com', 'selector._domainkey.example.com'],
  ['dkim', '_domainkey.example.com', 'selector._domainkey.example.com'],
  ['dkim', '_domainkey.may.example.com', 'may._domainkey.example.com'],
  ['dmarc', 'dmarc.example.com', '_dmarc.example.com'],
  ['mta-sts', '_mta_sts.example.com', '_mta-sts.example.com'],
  ['tls-rpt', '_tls._smtp.example.com', '_smtp._tls.example.com'],
  ['bimi', '_bimi.default.example.com', 'default._bimi.default.example.com'],
  ['bimi', 'default.bimi.example.com', 'default._bimi.example.com'],
])('%s: %s is wrong, %s right', (family, wrong, right) => {
  const pattern = recordFormats[family].owner
  expect([standsRight(pattern, wrong), standsRight(pattern, right)]).toEqual([false, true])
  expect(rightOwner(pattern, wrong)).toBe(right)
})

test.each<[family: keyof typeof recordFormats, owner: string, text: string, tries: boolean]>([
  ['dmarc', '_dmarc.example.com', 'hello', false],
  ['dmarc', '_dmarc.example.com', 'p=none', true],
  ['dmarc', 'example.com', 'p=none', false],
  ['dkim', 's1._domainkey.example.com', 'hello', true],
  ['dkim', '_domainkey.example.com', 'o=~', false],
])('%s: at %s %j tries to be one: %s', (family, owner, text, tries) =>
  expect(attempts(recordFormats[family], owner, text)).toBe(tries),
)
