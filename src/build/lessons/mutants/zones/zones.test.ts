import { describe, expect, test } from 'vitest'
import { slice } from '../../../../core/span.ts'
import { sampleLesson } from '../../../../lessons/testing/lesson.ts'
import type { Deed } from '../../files/play.ts'
import { Dice } from '../dice.ts'
import type { Mutant } from '../mutant.ts'
import { zoneMutants } from './mutants.ts'

const { world } = sampleLesson
const start = world.zones[0]!.text
const KEY = `${'MIIB'.repeat(20)}QAB`

const edit = (...lines: readonly string[]): Deed => ({
  ...{ kind: 'edit', zone: 'example.org', text: `${start}${lines.join('\n')}\n` },
})

const mutantsOf = (...play: readonly Deed[]) => [...zoneMutants(play, world, new Dice(1))]

/** The line that a mutant has in place of the solution's, by cause. */
function changes(line: string): [cause: string, line: string][] {
  return mutantsOf(edit(line)).map(({ cause, moves: [move] }) => [
    cause,
    move!.deed.kind === 'edit' ? move!.deed.text.slice(start.length).trimEnd() : '',
  ])
}

describe('an SPF record', () => {
  const made = changes('@ IN TXT "v=spf1 ip4:192.0.2.25 include:a.example -all"')

  test.each([
    ['type-spf', '@ IN SPF "v=spf1 ip4:192.0.2.25 include:a.example -all"'],
    ['wrong-owner', 'www IN TXT "v=spf1 ip4:192.0.2.25 include:a.example -all"'],
    ['owner-doubled', 'example.org IN TXT "v=spf1 ip4:192.0.2.25 include:a.example -all"'],
    ['quote-missing', '@ IN TXT "v=spf1 ip4:192.0.2.25 include:a.example -all'],
    ['quotes-missing', '@ IN TXT v=spf1 ip4:192.0.2.25 include:a.example -all'],
    ['version-typo', '@ IN TXT "v:spf1 ip4:192.0.2.25 include:a.example -all"'],
    ['no-version', '@ IN TXT "ip4:192.0.2.25 include:a.example -all"'],
    ['mechanism-typo', '@ IN TXT "v=spf1 ipv4:192.0.2.25 include:a.example -all"'],
    ['mechanism-equals', '@ IN TXT "v=spf1 ip4=192.0.2.25 include:a.example -all"'],
    ['mechanism-missing', '@ IN TXT "v=spf1 192.0.2.25 include:a.example -all"'],
    ['address-missing', '@ IN TXT "v=spf1 include:a.example -all"'],
    ['wide-range', '@ IN TXT "v=spf1 ip4:192.0.2.25/24 include:a.example -all"'],
    ['include-typo', '@ IN TXT "v=spf1 ip4:192.0.2.25 include:example -all"'],
    ['include-missing', '@ IN TXT "v=spf1 ip4:192.0.2.25 -all"'],
    ['sender-refused', '@ IN TXT "v=spf1 -ip4:192.0.2.25 include:a.example -all"'],
    ['sender-halfhearted', '@ IN TXT "v=spf1 ip4:192.0.2.25 ~include:a.example -all"'],
    ['all-plus', '@ IN TXT "v=spf1 ip4:192.0.2.25 include:a.example +all"'],
    ['all-plus', '@ IN TXT "v=spf1 ip4:192.0.2.25 include:a.example all"'],
    ['all-soft', '@ IN TXT "v=spf1 ip4:192.0.2.25 include:a.example ~all"'],
    ['no-all', '@ IN TXT "v=spf1 ip4:192.0.2.25 include:a.example"'],
    ['all-early', '@ IN TXT "v=spf1 -all ip4:192.0.2.25 include:a.example"'],
    ['all-early', '@ IN TXT "v=spf1 ip4:192.0.2.25 -all include:a.example"'],
    ['space-missing', '@ IN TXT "v=spf1ip4:192.0.2.25 include:a.example -all"'],
    ['comma-for-space', '@ IN TXT "v=spf1 ip4:192.0.2.25, include:a.example -all"'],
  ])('%s: %s', (cause, line) => expect(made).toContainEqual([cause, line]))
})

test.each([
  ['@ IN MX 20 mx', 'final-dot-missing', '@ IN MX 20 mx.example.org'],
  ['@ IN MX 20 mx', 'final-dot-extra', '@ IN MX 20 mx.'],
  ['@ IN MX 20 mx', 'mx-address', '@ IN MX 20 192.0.2.25'],
  ['@ IN MX 20 mx', 'mx-preference', '@ IN MX mx'],
  ['_dmarc IN TXT "v=DMARC1; p=reject"', 'no-underscore', 'dmarc IN TXT "v=DMARC1; p=reject"'],
  ['_dmarc IN TXT "v=DMARC1; p=reject"', 'policy-none', '_dmarc IN TXT "v=DMARC1; p=none"'],
  ['_dmarc IN TXT "v=DMARC1; p=reject"', 'version-typo', '_dmarc IN TXT "v=DMARC; p=reject"'],
  ['_dmarc IN TXT "v=DMARC1; p=reject"', 'no-semicolon', '_dmarc IN TXT "v=DMARC1 p=reject"'],
  ['_dmarc IN TXT "v=DMARC1; p=reject"', 'policy-missing', '_dmarc IN TXT "v=DMARC1; "'],
  ['_dmarc IN TXT "v=DMARC1; p=reject"', 'tag-case', '_dmarc IN TXT "v=DMARC1; P=reject"'],
  [
    `s._domainkey IN TXT "v=DKIM1; k=rsa; p=${KEY}"`,
    'no-underscore',
    `s.domainkey IN TXT "v=DKIM1; k=rsa; p=${KEY}"`,
  ],
  [
    `s._domainkey IN TXT "v=DKIM1; k=rsa; p=${KEY}"`,
    'wrong-owner',
    `s IN TXT "v=DKIM1; k=rsa; p=${KEY}"`,
  ],
  [
    `s._domainkey IN TXT "v=DKIM1; k=rsa; p=${KEY}"`,
    'key-type',
    `s._domainkey IN TXT "v=DKIM1; k=dsa; p=${KEY}"`,
  ],
  [
    `s._domainkey IN TXT "v=DKIM1; k=rsa; p=${KEY}"`,
    'key-cut',
    `s._domainkey IN TXT "v=DKIM1; k=rsa; p=${KEY.slice(0, -8)}"`,
  ],
  [
    `s._domainkey IN TXT "v=DKIM1; k=rsa; p=${KEY}"`,
    'key-pem',
    `s._domainkey IN TXT "v=DKIM1; k=rsa; p=-----BEGIN PUBLIC KEY-----${KEY}"`,
  ],
])('%s: %s', (line, cause, mistaken) => expect(changes(line)).toContainEqual([cause, mistaken]))

test('only records that a solution adds or changes are mistaken', () => {
  const origins = mutantsOf(edit('@ IN TXT "v=spf1 -all"')).map(({ touched }) => touched!)
  const text = `${start}@ IN TXT "v=spf1 -all"\n`
  for (const { span } of origins) expect(span.from).toBeGreaterThanOrEqual(start.length - 1)
  expect(text.slice(origins[0]!.span.from)).not.toContain('SOA')
})

test('what was changed is known in the new text', () => {
  const isRange = ({ cause }: Mutant) => cause === 'all-soft'
  const { touched, moves } = mutantsOf(edit('@ IN TXT "v=spf1 mx -all"')).find(isRange)!
  const deed = moves[0]!.deed as Extract<Deed, { kind: 'edit' }>
  expect(slice(deed.text, touched!.span)).toBe(' ~all"')
  expect(slice(deed.text, touched!.record)).toBe('@ IN TXT "v=spf1 mx ~all"')
})

test('a zone as it was before is no mistake', () => {
  const one = '@ IN TXT "v=spf1 ip4:192.0.2.25 -all"'
  const two = '@ IN TXT "v=spf1 ip4:192.0.2.25 ip4:192.0.2.80 -all"'
  const back = mutantsOf(edit(one), edit(two)).filter(
    ({ at, cause }) => at === 1 && cause === 'address-missing',
  )
  expect(back).toHaveLength(1)
})

describe('other records', () => {
  test.each([
    ['www IN A 192.0.2.80', ['address-name', 'www IN A www.example.org.']],
    ['www IN CNAME web.example.net.', ['final-dot-missing', 'www IN CNAME web.example.net']],
    ['www IN CNAME web', ['final-dot-extra', 'www IN CNAME web.']],
    ['www IN CNAME mx', ['target-address', 'www IN CNAME 192.0.2.25']],
    ['@ IN MX 20 mx2', ['mx-order', '@ IN MX 0 mx2']],
    [
      '_dmarc IN TXT "v=DMARC1; p=none; rua=mailto:a@example.org"',
      ['no-mailto', '_dmarc IN TXT "v=DMARC1; p=none; rua=a@example.org"'],
    ],
  ])('%s', (line, change) => expect(changes(line)).toContainEqual(change))
})
