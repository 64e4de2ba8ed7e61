import { validateArc } from '../../../src/auth/arc/validate.ts'
import { authenticate } from '../../../src/auth/authenticate.ts'
import { verifyDkim } from '../../../src/auth/dkim/verify.ts'
import { evaluateDmarc } from '../../../src/auth/dmarc/evaluate.ts'
import { evaluateMtaSts } from '../../../src/auth/mta-sts/evaluate.ts'
import { evaluateSpf } from '../../../src/auth/spf/evaluate.ts'
import { runSync, type Effect } from '../../../src/core/effects.ts'
import { latin1 } from '../../../src/core/bytes.ts'
import { parseMessage } from '../../../src/message/parse.ts'
import type { Growing } from './measure.ts'

const HASH = `${'A'.repeat(43)}=`
const KEY = 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='

/** Every TXT record has the same text; digests are zeros, and every signature fits. */
const answered = <Result>(asking: Effect<Result>, text: string): Result =>
  runSync(asking, (question) => {
    if (question.ask === 'digest') return new Uint8Array(32)
    if (question.ask !== 'dns') return question.ask === 'verify'
    const { name, type } = question
    if (type !== 'TXT') return { status: 'nxdomain', records: [] }
    return { status: 'ok', records: [{ name, type, ttl: 1, strings: [text] }] }
  })

const sender = { ip: '192.0.2.1', helo: 'mx.a.example', mailFrom: 'ann@a.example' }
const read = (text: string) => parseMessage(latin1(text))

/** Neither SPF nor DKIM has a result for the domain. */
const unaligned = { spf: { result: 'none', domain: '' }, dkim: [], mode: '9989' } as const

const signature = (at: number): string =>
  `DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed; d=d${at}.example; s=s; h=from:to:subject; bh=${HASH}; b=YQ==\r\n`

const arcSet = (at: number): string => {
  const tags = `i=${at + 1}; a=ed25519-sha256; d=a.example; s=s; b=YQ==`
  return [
    `ARC-Seal: ${tags}; cv=${at ? 'pass' : 'none'}\r\n`,
    `ARC-Message-Signature: ${tags}; h=from; bh=${HASH}\r\n`,
    `ARC-Authentication-Results: i=${at + 1}; a.example; none\r\n`,
  ].join('')
}

const REST = '\r\nFrom: ann@a.example\r\n\r\nHi\r\n'

/** What is asked of DNS and of cryptography is answered at once, so that the rest is measured. */
export const verdicts: readonly Growing[] = [
  {
    name: 'SPF of a record',
    read: (text) => answered(evaluateSpf(sender), text),
    units: [
      (at) => `ip4:10.0.${(at >> 8) & 255}.${at & 255} `,
      'exists:%{i}.a.example ',
      'x=%{i} ',
      'a:%{l',
      ' ',
    ],
    around: ['v=spf1 ', ''],
  },
  {
    name: 'SPF of a sender',
    read: (text) =>
      answered(
        evaluateSpf({ ...sender, helo: text, mailFrom: text }),
        'v=spf1 exists:%{l1r-}.%{d2} -all',
      ),
    units: ['a.', '-', '@', '.', 'a'],
    around: ['a@', ''],
  },
  {
    name: 'DMARC of a record',
    read: (text) => answered(evaluateDmarc({ from: 'a.example', ...unaligned }), text),
    units: [(at) => `t${at}=b; `, 'p=none; ', ';', ' ', (at) => `rua=mailto:a@d${at}.example; `],
    around: ['v=DMARC1; p=none; ', ''],
  },
  {
    name: 'DMARC of a domain',
    read: (text) => answered(evaluateDmarc({ from: text, ...unaligned }), 'none'),
    units: ['a.', '.', 'a', '\\.'],
  },
  {
    name: 'DKIM of a message',
    read: (text) => answered(verifyDkim(read(text), { now: 0 }), KEY),
    units: [signature, () => signature(1)],
    around: ['', REST],
  },
  {
    name: 'DKIM of fields',
    read: (text) => answered(verifyDkim(read(text), { now: 0 }), KEY),
    units: [(at) => `X${at}: a\r\n`, 'From: a@b.example\r\n', ' a\r\n', ' \r\n'],
    around: [signature(1), REST],
  },
  {
    name: 'DKIM of signed fields',
    read: (text) => answered(verifyDkim(read(text), { now: 0 }), KEY),
    units: [':from', (at) => `:x${at}`, ' '],
    around: [signature(1).replace(/:to.*$/s, ''), `; bh=${HASH}; b=YQ==${REST}`],
  },
  {
    name: 'DKIM of a body',
    read: (text) => answered(verifyDkim(read(text), { now: 0 }), KEY),
    units: [' \t', ' \r\n', '\r\n', 'a ', '\r', '\n'],
    around: [signature(1) + REST.trimStart(), ''],
  },
  {
    name: 'ARC of a message',
    read: (text) => answered(validateArc(read(text), { now: 0 }), KEY),
    units: [arcSet, () => arcSet(0)],
    around: ['', REST],
  },
  {
    name: 'everything of a message',
    read: (text) =>
      answered(
        authenticate({ ...sender, message: latin1(text), now: 0, authservId: 'mx.a.example' }),
        KEY,
      ),
    units: [signature, (at) => `From: a@d${at}.example\r\n`, arcSet],
    around: ['', REST],
  },
  {
    name: 'everything of an author',
    read: (text) =>
      answered(
        authenticate({ ...sender, message: latin1(text), now: 0, authservId: 'mx.a.example' }),
        'v=DMARC1; p=none',
      ),
    units: [(at) => `, a@d${at}.example`, '.a', '(', ' '],
    around: ['From: a@b.example', '\r\n\r\nHi\r\n'],
  },
  {
    name: 'MTA-STS of a policy',
    read: (policy) => {
      const hosts = policy.match(/(?<=mx: ).*/g) ?? []
      return answered(evaluateMtaSts({ domain: 'a.example', policy, hosts }), 'v=STSv1; id=1')
    },
    units: [(at) => `mx: m${at}.example\n`, '\n', (at) => `k${at}: v\n`],
    around: ['version: STSv1\nmode: enforce\nmax_age: 604800\n', ''],
  },
]
