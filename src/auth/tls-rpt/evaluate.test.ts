import { expect, test } from 'vitest'
import { runSync } from '../../core/effects.ts'
import type { DnsAnswer } from '../../core/dns.ts'
import { questionsOf } from '../../core/trace.ts'
import { evaluateTlsRpt } from './evaluate.ts'

const NAME = '_smtp._tls.example.org'

function judge(domain: string, texts: readonly string[] | 'timeout') {
  const answer = (name: string): DnsAnswer => {
    if (texts === 'timeout') return { status: 'timeout', records: [] }
    if (name !== NAME || !texts.length) return { status: 'nxdomain', records: [] }
    return {
      status: 'ok',
      records: texts.map((text) => ({ name, ttl: 1, type: 'TXT' as const, strings: [text] })),
    }
  }
  return runSync(evaluateTlsRpt(domain), (question) =>
    question.ask === 'dns' ? answer(question.name) : undefined,
  )
}

test.each([
  ['no record', [], 'none', []],
  ['another record', ['v=spf1 -all'], 'none', []],
  ['version without semicolon', ['v=TLSRPTv1'], 'none', []],
  ['a mailbox', ['v=TLSRPTv1; rua=mailto:tls@example.org'], 'found', ['mailto:tls@example.org']],
  [
    'two places, one of no use',
    ['v=TLSRPTv1; rua=mailto:tls@example.org,ftp://example.org,https://tls.example.net/r'],
    'found',
    ['mailto:tls@example.org', 'https://tls.example.net/r'],
  ],
  ['no place', ['v=TLSRPTv1; rua=tls@example.org'], 'invalid', []],
  ['two records', ['v=TLSRPTv1; rua=mailto:a@b.example', 'v=TLSRPTv1;'], 'invalid', []],
  ['no server answers', 'timeout', 'temperror', []],
] as const)('%s', (_, texts, result, destinations) =>
  expect(judge('Example.org.', texts)).toMatchObject({ result, destinations }),
)

test('one question is asked, and stands in the trace', () =>
  expect(questionsOf(judge('example.org', []).trace).map(({ question }) => question)).toEqual([
    { ask: 'dns', name: NAME, type: 'TXT' },
  ]))
