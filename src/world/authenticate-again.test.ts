import { expect, test } from 'vitest'
import { authenticate } from '../auth/authenticate.ts'
import { utf8 } from '../core/bytes.ts'
import type { DnsRecord } from '../core/dns.ts'
import { runAsync, type Question } from '../core/effects.ts'
import { webCrypto } from '../platform/webcrypto.ts'
import { authenticateAgain } from './authenticate-again.ts'

const text = (name: string, written: string): DnsRecord => ({
  ...{ name, ttl: 300, type: 'TXT', strings: [written] },
})

const records = [
  text('example.org', 'v=spf1 include:spf.example.net -all'),
  text('spf.example.net', 'v=spf1 ip4:192.0.2.1 -all'),
  text('_dmarc.example.org', 'v=DMARC1; p=reject'),
]

/** Answers from records, and notes what was asked. */
function dns(zone: readonly DnsRecord[]) {
  const asked: string[] = []
  const answer = (question: Question) => {
    if (question.ask !== 'dns') return webCrypto.answer(question)
    const { name, type } = question
    asked.push(`${type} ${name}`)
    const found = zone.filter((one) => one.name === name && one.type === type)
    return { status: found.length ? ('ok' as const) : ('nxdomain' as const), records: found }
  }
  return { asked, answer }
}

const mail = (subject: string) => ({
  ...{ ip: '192.0.2.1', helo: 'mx.example.org', mailFrom: 'bob@example.org', now: 0 },
  authservId: 'mx.example.com',
  message: utf8(`From: bob@example.org\r\nSubject: ${subject}\r\n\r\nHi\r\n`),
})

test('the same message is judged once, and asks each question each time', async () => {
  const [first, again, other] = [dns(records), dns(records), dns(records)]
  const judged = await authenticateAgain(mail('once'), first.answer)
  expect((await authenticateAgain(mail('once'), again.answer)).authentication).toBe(
    judged.authentication,
  )
  expect(again.asked).toEqual(first.asked)
  expect(first.asked.length).toBeGreaterThan(2)
  const later = await authenticateAgain({ ...mail('once'), now: 1 }, other.answer)
  expect(later.authentication).not.toBe(judged.authentication)
})

test.each(records.map(({ name }, at) => [name, at]))(
  'another answer about %s is judged as if it were the first time',
  async (name, at) => {
    await authenticateAgain(mail('changed'), dns(records).answer)
    const changed = records.with(at as number, text(name as string, 'v=spf1 ?all'))
    const [again, anew] = [dns(changed), dns(changed)]
    const { authentication, answers } = await authenticateAgain(mail('changed'), again.answer)
    expect(authentication).toEqual(await runAsync(authenticate(mail('changed')), anew.answer))
    expect(again.asked).toEqual(anew.asked)
    expect(answers.length).toBeGreaterThanOrEqual(anew.asked.length)
  },
)
