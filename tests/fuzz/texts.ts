import fc from 'fast-check'

/** Words and signs that the records and fields are made of. */
const WORDS = [
  ...['v', 'p', 'sp', 'rua', 'id', 'l', 'a', 'k', 'h', 't', 's', 'b', 'bh', 'd', 'i', 'cv', 'mx'],
  ...['v=spf1', 'v=DMARC1', 'v=DKIM1', 'v=STSv1', 'v=TLSRPTv1', 'v=BIMI1', 'version: STSv1'],
  ...['include:a.example', 'ip4:192.0.2.0/24', 'ip6:2001:db8::/32', 'exists:%{i}.a.example'],
  ...['redirect=b.example', '-all', '~all', '%{d2r}', 'ptr', 'a:%{o}/24//64', 'exp=%%%_%-'],
  ...['none', 'reject', 'pass', 'rsa-sha256', 'from:to', 'YWJj', 'y', 'r', '100', '86400'],
  ...['mailto:a@b.example', 'https://a.example/l.svg', 'mx.example.org', 'spf=pass', 'reason="x"'],
  ...['smtp.mailfrom=a@b.example', 'mode: enforce', 'mx: *.a.example', 'max_age: 86400'],
  ...[
    'ann@a.example',
    '"a b"@c.example',
    'Ann <ann@a.example>',
    'Friends: a@b.example;',
    '[192.0.2.1]',
  ],
]
const SIGNS = [
  ...['=', ';', ':', ',', '/', '//', '"', '\\', '(', ')', '<', '>', '@', '.', '-', '%', '{', '}'],
  ...[' ', ' ', '\t', '\r\n', '\r\n ', '\n', '\r', '\0', '\x7f', '\xa0', 'é', '\ud800', '💌'],
]

const parts = fc.array(fc.constantFrom(...WORDS, ...SIGNS), { maxLength: 30 })

/** Any text, and texts that look like what is parsed. */
export const texts = fc.oneof(
  fc.string({ maxLength: 80, unit: 'binary' }),
  parts.map((chosen) => chosen.join('')),
  parts.map((chosen) => chosen.join(' ')),
  parts.map((chosen) => chosen.join('; ')),
  parts.map((chosen) => chosen.join('\r\n')),
)

export const octets = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  texts.map((text) => new TextEncoder().encode(text)),
)

/** One slip of the hand: a part taken out, written twice, or a sign put in. */
export const slips = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 6 }),
  kind: fc.constantFrom('cut', 'repeat', 'insert'),
  sign: fc.constantFrom(...SIGNS.filter((sign) => sign !== '\ud800')),
})

export type Slip = typeof slips extends fc.Arbitrary<infer Value> ? Value : never

export function slip(text: string, { at, length, kind, sign }: Slip): string {
  const from = Math.floor(at * text.length)
  const part = text.slice(from, from + length)
  const rest = text.slice(from + length)
  const before = text.slice(0, from)
  if (kind === 'cut') return before + rest
  return kind === 'repeat' ? before + part + part + rest : before + sign + part + rest
}
