import { evaluateDmarc } from '../../src/auth/dmarc/evaluate.ts'
import { runSync } from '../../src/core/effects.ts'
import type { DnsAnswer } from '../../src/core/dns.ts'
import { nodeResolver, textResolver, unmet } from './dns-stub.ts'
import type { DmarcRival } from './rivals.ts'

const dns = textResolver({
  '_dmarc.example.com': 'v=DMARC1; p=reject; sp=quarantine; rua=mailto:dmarc@example.com',
  '_dmarc.signing.example.com': 'v=DMARC1; p=none',
  '_dmarc.bank.example': 'v=DMARC1; p=reject; psd=y',
  '_dmarc.giant.bank.example': 'v=DMARC1; p=quarantine',
  '_dmarc.strict.example': 'v=DMARC1; p=reject; adkim=s; aspf=s',
})
const rivalDns = nodeResolver(dns)

/** From, what SPF vouches for, what DKIM vouches for, and what must come of it. */
const CASES: readonly [from: string, spf: string, dkim: string, result: string][] = [
  ['example.com', 'example.com', 'example.com', 'pass'],
  ['example.com', 'bounces.example.com', 'signing.example.com', 'pass'],
  ['news.example.com', 'mailer.example.net', 'example.com', 'pass'],
  ['a.b.c.d.e.f.g.h.i.j.k.example.com', 'example.net', 'signing.example.com', 'pass'],
  ['giant.bank.example', 'mail.giant.bank.example', 'mail.mega.bank.example', 'pass'],
  ['strict.example', 'mail.strict.example', 'mail.strict.example', 'fail'],
  ['example.com', 'example.net', 'example.org', 'fail'],
  ['nothing.example.org', 'example.org', 'example.org', 'none'],
]

export const dmarcCases = CASES.length

function check(from: string, result: string, wanted: string): void {
  if (result !== wanted) throw new Error(`${from} should be ${wanted}, and is ${result}.`)
}

export const judgeDmarc = (): void => judge((answer) => answer)

/** The same with no record met before: each has an unknown tag more, which DMARC ignores. */
export const judgeUnmetDmarc = (): void =>
  judge((answer) => unmet(answer, (count) => `; n=${count}`))

function judge(received: (answer: DnsAnswer) => DnsAnswer): void {
  for (const [from, spf, dkim, wanted] of CASES) {
    const asking = evaluateDmarc({
      from,
      spf: { result: 'pass', domain: spf },
      dkim: [{ result: 'pass', domain: dkim }],
      mode: '9989',
    })
    const { result } = runSync(asking, (question) =>
      question.ask === 'dns' ? received(dns.query(question.name, question.type)) : undefined,
    )
    check(from, result, wanted)
  }
}

export async function judgeDmarcWith({ dmarc }: DmarcRival): Promise<void> {
  for (const [from, spf, dkim, wanted] of CASES) {
    const verdict = await dmarc({
      headerFrom: [`ann@${from}`],
      spfDomains: [{ domain: spf }],
      dkimDomains: [{ domain: dkim }],
      resolver: rivalDns,
    })
    check(from, verdict ? verdict.status.result : 'false', wanted)
  }
}
