import { expect, test } from 'vitest'
import { runSync } from '../../core/effects.ts'
import { walkSteps } from '../../core/trace.ts'
import { createResolver } from '../../dns/resolver.ts'
import { parseZone } from '../../dns/zone/parse.ts'
import { evaluateBimi, type BimiQuery, type BimiVerdict } from './evaluate.ts'
import { localPartSelector } from './local-part.ts'

const l = 'l=https://example.com/logo.svg'
const { zone } = parseZone(
  `
_dmarc.good TXT "v=DMARC1; p=reject"
default._bimi.good TXT "v=BIMI1; ${l}; a=https://example.com/mark.pem"
spring._bimi.good TXT "v=BIMI1; l=https://example.com/spring.svg"
default._bimi.news.good TXT "v=BIMI1; l=; a="
_dmarc.soft TXT "v=DMARC1; p=none"
default._bimi.soft TXT "v=BIMI1; ${l}"
_dmarc.sub TXT "v=DMARC1; p=reject; sp=none"
default._bimi.sub TXT "v=BIMI1; ${l}"
_dmarc.part TXT "v=DMARC1; p=quarantine; pct=50"
default._bimi.part TXT "v=BIMI1; ${l}"
_dmarc.half TXT "v=DMARC1; p=none"
_dmarc.own.half TXT "v=DMARC1; p=reject"
default._bimi.own.half TXT "v=BIMI1; ${l}"
_dmarc.two TXT "v=DMARC1; p=quarantine"
default._bimi.two TXT "v=BIMI1; ${l}"
default._bimi.two TXT "v=BIMI1; l=https://example.com/b.svg"
_dmarc.plain TXT "v=DMARC1; p=reject"
default._bimi.plain TXT "v=BIMI1; l=http://example.com/logo.svg"
default._bimi.bare TXT "v=BIMI1; ${l}"
_dmarc.lps TXT "v=DMARC1; p=reject"
default._bimi.lps TXT "v=BIMI1; l=; a=; lps=true"
news-letter._bimi.lps TXT "v=BIMI1; ${l}"
`,
  { origin: 'example' },
)
const dns = createResolver([zone])

const judge = (query: BimiQuery): BimiVerdict =>
  runSync(evaluateBimi(query), (question) =>
    question.ask === 'dns' ? dns.query(question.name, question.type) : undefined,
  )

test.each<[BimiQuery, BimiVerdict['result'], string]>([
  [{ from: 'good.example' }, 'pass', 'its evidence at `https://example.com/mark.pem`'],
  [{ from: 'Good.Example.', selector: 'spring' }, 'pass', 'spring.svg`; no evidence'],
  [{ from: 'shop.good.example' }, 'pass', 'logo.svg'],
  [{ from: 'news.good.example' }, 'declined', 'no logo shall be shown'],
  [{ from: 'good.example', selector: 'autumn' }, 'none', 'at the selector `autumn`'],
  [{ from: 'good.example', dmarc: 'fail' }, 'skipped', 'DMARC reports `fail`'],
  [{ from: 'soft.example' }, 'skipped', 'sets `p=none`'],
  [{ from: 'sub.example' }, 'skipped', 'sets `sp=none`'],
  [{ from: 'part.example' }, 'skipped', 'sets `pct=50`'],
  [{ from: 'own.half.example' }, 'skipped', 'of `half.example` sets `p=none`'],
  [{ from: 'bare.example' }, 'skipped', 'has no DMARC record'],
  [{ from: 'two.example' }, 'fail', 'holds 2 BIMI records'],
  [{ from: 'plain.example' }, 'fail', 'does not name its logo'],
  [{ from: 'lps.example', localPart: 'news_letter+42' }, 'pass', 'logo.svg'],
  [{ from: 'lps.example', localPart: 'bills' }, 'declined', 'no logo'],
  [{ from: 'lps.example' }, 'declined', 'no logo'],
])('%j: %s, %s', (query, result, reason) => {
  const verdict = judge(query)
  expect(verdict.result).toBe(result)
  expect(verdict.reason).toContain(reason)
  expect([...walkSteps(verdict.trace)].length).toBeGreaterThan(0)
})

test('a query without an answer is reported', () => {
  const lost = runSync(evaluateBimi({ from: 'good.example' }), () => ({
    status: 'timeout',
    records: [],
  }))
  expect(lost.result).toBe('temperror')
})

test.each([
  ['news', 'news'],
  ['News.Letter', 'news-letter'],
  ['a__.b+tag', 'a-b'],
  ['-a-', 'a'],
  ['+tag', undefined],
  ['grüße', undefined],
  ['x'.repeat(64), undefined],
])('the local part %s is the selector %s', (localPart, selector) =>
  expect(localPartSelector(localPart)).toBe(selector),
)
