import { expect, test } from 'vitest'
import { dmarcSummary, type Vouching } from './dmarc-summary.ts'

interface Signature {
  readonly domain: string
  readonly result: 'pass' | 'fail'
  readonly aligned: boolean
}

/** @param spf The domain of MAIL FROM, `!` in front where SPF fails, `~` where it is not aligned. */
function judged(
  spf: string,
  signatures: readonly Signature[],
  result: 'pass' | 'fail' | 'none',
): Vouching {
  const domain = spf.replace(/^[!~]/, '')
  const spfResult = spf.startsWith('!') ? 'fail' : 'pass'
  const mode = 'relaxed'
  return {
    spf: { result: spfResult, domain },
    dkim: { signatures: signatures.map((one) => ({ ...one, selector: 's' })) },
    dmarc: {
      ...{ result, authorDomain: 'a.example', reason: 'The reason.' },
      alignment: {
        spf: { domain, result: spfResult, mode, aligned: !/^[!~]/.test(spf) },
        dkim: signatures.map((one) => ({ ...one, mode })),
      },
    },
  }
}

const good = (domain: string): Signature => ({ domain, result: 'pass', aligned: true })
const other = (domain: string): Signature => ({ domain, result: 'pass', aligned: false })
const broken = (domain: string): Signature => ({ domain, result: 'fail', aligned: false })

test.each([
  [judged('a.example', [], 'pass'), 'Vouched for `a.example`: SPF with `a.example`.'],
  [
    judged('a.example', [good('a.example')], 'pass'),
    'Vouched for `a.example`: SPF with `a.example` and DKIM with `a.example` (selector `s`).',
  ],
  [
    judged('!a.example', [good('a.example'), broken('c.example'), good('m.a.example')], 'pass'),
    'Vouched for `a.example`: DKIM with `a.example` (selector `s`) and DKIM with `m.a.example` (selector `s`).',
  ],
  [
    judged('~list.example', [good('a.example'), other('list.example')], 'pass'),
    'Vouched for `a.example`: DKIM with `a.example` (selector `s`). SPF with `list.example` and DKIM with `list.example` (selector `s`) pass, but they cannot speak for `a.example`.',
  ],
  [
    judged('~b.example', [], 'fail'),
    'The reason. SPF with `b.example` passes, but it cannot speak for `a.example`.',
  ],
  [judged('!a.example', [], 'fail'), 'The reason.'],
  [judged('a.example', [], 'none'), 'The reason.'],
])('%# %o → %s', (vouching, text) => expect(dmarcSummary(vouching)).toBe(text))
