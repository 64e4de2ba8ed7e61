import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { slice, span } from '../../core/span.ts'
import { parseZone } from '../../dns/zone/parse.ts'
import type { Completions } from './answers.ts'
import { completionsAt } from './completions.ts'
import { hoverFinding } from './hover-finding.ts'
import { hoverAt } from './hover.ts'

const other = parseZone(
  [
    '$TTL 60',
    '@ SOA ns hostmaster 1 2 3 4 5',
    '@ NS ns',
    'ns A 192.0.2.53',
    'mx A 192.0.2.25',
    'mx AAAA 2001:db8::25',
    'mail CNAME mx',
    '@ TXT "v=spf1 mx -all"',
  ].join('\n'),
  { origin: 'example.org' },
).zone

const context = { origin: 'example.org', zones: [other] }

/** The hover at the `|` as one text. */
function hover(marked: string, diagnostics: readonly Diagnostic[] = []): string {
  const text = marked.replace('|', '')
  const at = marked.indexOf('|')
  const found = hoverFinding(at, diagnostics) ?? hoverAt(text, at, context)
  return found ? [`«${slice(text, found.span)}»`, found.title, ...found.lines].join(' / ') : ''
}

describe('a hover explains', () => {
  test.each([
    ['$T|TL 3600', '«$TTL» / $TTL / How many seconds'],
    ['$TTL 36|00', '«3600» / 3600 seconds: 1 hour / How many seconds'],
    ['$ORIGIN a|.', '«a.» / $ORIGIN / What names'],
    ['|@ MX 10 mx', '«@» / example.org. / The zone itself'],
    ['w|ww A 192.0.2.1', '«www» / www.example.org. / The name that this record belongs to'],
    ['@ 9|0 IN A 192.0.2.1', '«90» / 90 seconds: 1 minute 30 seconds /'],
    ['@ I|N A 192.0.2.1', '«IN» / IN / The class'],
    ['@ m|x 10 mx', '«mx» / MX / A host that takes in the domain’s mail.'],
    ['@ MX 1|0 mx', '«10» / 10 / Preference: the lowest is tried first.'],
    [
      '@ MX 10 m|x',
      '«mx» / mx.example.org. / The host that takes in the mail. / Its address: `192.0.2.25` / Its address: `2001:db8::25`',
    ],
    ['@ MX 10 mai|l', 'An alias of `mx.example.org.`'],
    ['@ MX 10 nothin|g', 'Nothing is published at this name here.'],
    ['@ MX 0 |.', '«.» / Null MX / This domain takes in no mail'],
    ['$ORIGIN sub.example.org.\n@ NS m|x', '«mx» / mx.sub.example.org. / Nothing'],
    ['@ SOA a b 1 72|00', '«7200» / 7200 seconds: 2 hours / Seconds until a second server'],
    ['@ TXT "v=sp|f1 mx"', '«v=spf1» / v=spf1 / Marks an SPF record'],
    ['@ TXT "v=spf1 -m|x"', '«-mx» / -mx / Matches the addresses of the mail hosts'],
    [
      '@ TXT "v=spf1 -m|x"',
      'On a match, `-`: fail: the client may not send. / Costs one of the ten',
    ],
    ['@ TXT "v=spf1 ip4:192.0.2.|1"', 'Costs no DNS lookup.'],
    [
      '@ TXT "v=spf1 redirect|=a.example"',
      '«redirect=a.example» / redirect=a.example / If nothing matched',
    ],
    ['@ TXT "v=spf1 exists:%{|i}.a.example"', '«%{i}» / %{i} / The client’s address'],
    ['@ TXT "v=spf1 foo=b|ar"', 'passes it over'],
    ['_dmarc TXT "v=DMARC1; p=rej|ect"', '«p=reject» / p=reject / What receivers shall do'],
    ['_dmarc TXT "v=DMARC1; p=rej|ect"', '/ `reject`: turn it away'],
    ['_dmarc TXT "v=DMARC1; p=r|ejct"', '/ `none`: no wish'],
    ['_dmarc TXT "v=DMARC1; pct=|50"', 'Today it is ignored'],
    ['_dmarc TXT "v=DMARC1; adkim=|s"', 'Without this tag: `r`.'],
    ['_mta-sts TXT "v=STSv1; i|d=1"', '«id=1» / id=1 / Names the policy’s current text'],
    ['_smtp._tls TXT "v=TLSRPTv1; r|ua=x"', 'Where daily reports go about TLS'],
    ['default._bimi TXT "v=BIMI1; l|="', '«l=» / l= / Where the logo is.'],
    ['_dmarc TXT "v=DMARC1; p=rej|ect', '«p=reject» / p=reject / What receivers shall do'],
    ['_dmarc..x TXT "v=DMARC1; p=non|e"', '/ `none`: no wish'],
    ['$GENER|ATE 1-9 h$ A 192.0.2.$', 'Makes one record for each number of a range'],
    ['_sub._tcp SRV 0 1 58|7 mx', '«587» / 587 / The port.'],
    ['s._domainkey TXT "v=DKIM1; k=r|sa; p="', '«k=rsa» / k=rsa / The type of the key'],
    ['s._domainkey TXT "v=DKIM1; " "p=|"', '«p=» / p= / The public key in base64'],
  ])('%s', (marked, text) => expect(hover(marked)).toContain(text))

  test.each(['; not|hing', '@ TXT "he|llo"', '\n|\n', '@ FOO b|ar', '@ TXT "v=spf1 xy|z"'])(
    'nothing at %s',
    (marked) => expect(hover(marked)).toBe(''),
  )

  test('what was found there comes first, the worst of it, then the others by a line', () => {
    const finding = (given: Partial<Diagnostic>): Diagnostic => ({
      ...{
        code: 'zone/x',
        messageId: 'x',
        severity: 'warning',
        file: 'z',
        span: span(2, 7),
        message: 'Wide.',
      },
      ...{ source: { rfc: 1035 }, why: 'Because.', related: [], fixes: [] },
      ...given,
    })
    const worst = finding({
      severity: 'error',
      span: span(5, 7),
      message: 'Bad.',
      fixes: [{ title: 'Fix it', edits: [] }],
    })
    expect(hover('@ MX |10 mx', [finding({}), worst])).toBe(
      '«10» / Bad. / Because. / Fix it. / Wide.',
    )
  })
})

/** What is offered at the `|`: the stretch that goes, then the labels. */
function offered(marked: string): { readonly gone: string; readonly labels: string[] } {
  const text = marked.replace('|', '')
  const found = completionsAt(text, marked.indexOf('|'), context)
  return {
    gone: slice(text, span(found.from, found.to)),
    labels: found.items.map(({ label }) => label),
  }
}

/** The text after the item with that label was chosen. */
function choose(marked: string, label: string): string {
  const text = marked.replace('|', '')
  const found: Completions = completionsAt(text, marked.indexOf('|'), context)
  const item = found.items.find((each) => each.label === label)
  return item ? text.slice(0, found.from) + item.insert + text.slice(found.to) : 'not offered'
}

describe('it offers', () => {
  test.each<[marked: string, gone: string, labels: string[]]>([
    ['|', '', ['@', '$TTL', '$ORIGIN', '_dmarc', 'selector1._domainkey', 'mx', 'www']],
    ['www A 192.0.2.1\n$|', '$', ['@', '$TTL', '$ORIGIN', 'www']],
    ['@ |', '', ['MX', 'TXT', 'A', 'AAAA', 'CNAME']],
    ['@ M|', 'M', ['MX', 'TXT']],
    ['  |', '', ['MX', 'TXT']],
    ['@ 3600 IN |', '', ['MX', 'TXT']],
    ['_dmarc |', '', ['TXT', 'MX']],
    ['@ MX |', '', ['10', '20']],
    ['@ MX 10 |', '', ['ns.example.org.', 'mx.example.org.']],
    ['@ MX 10 m|', 'm', ['ns.example.org.', 'mx.example.org.']],
    ['@ CNAME |', '', ['ns.example.org.', 'mx.example.org.']],
    ['$TTL |', '', ['300', '3600', '86400']],
    ['$ORIGIN |', '', ['example.org.']],
    ['@ TXT |', '', ['"v=spf1 …"']],
    ['@ TXT "|"', '', ['v=spf1']],
    ['@ TXT "v=s|"', 'v=s', ['v=spf1']],
    ['_dmarc TXT |', '', ['"v=DMARC1; …"']],
    ['_dmarc TXT "|', '', ['v=DMARC1;']],
    ['@ TXT "v=spf1 |"', '', ['-all', '~all', 'all', 'include', 'a', 'mx', 'ip4', 'ip6', 'exists']],
    ['@ TXT "v=spf1 in|', 'in', ['-all', '~all', 'all', 'include']],
    ['@ TXT "v=spf1 -|"', '', ['all', 'include']],
    ['@ TXT "v=spf1 ip4:|"', '', ['192.0.2.53', '192.0.2.25']],
    ['@ TXT "v=spf1 ip6:|"', '', ['2001:db8::25']],
    ['@ TXT "v=spf1 include:ex| -all"', 'ex', ['example.org']],
    ['@ TXT "v=spf1 a:|"', '', ['ns.example.org', 'mx.example.org']],
    ['@ TXT "v=spf1 ip4:192.0.2.1 " "|"', '', ['-all', '~all']],
    ['_dmarc TXT "v=DMARC1; |"', '', ['p=', 'sp=', 'np=', 'rua=']],
    ['_dmarc TXT "v=DMARC1; p=|"', '', ['none', 'quarantine', 'reject']],
    ['_dmarc TXT "v=DMARC1; p=no|; sp=none"', 'no', ['none', 'quarantine', 'reject']],
    ['_dmarc TXT "v=DMARC1; rua=|"', '', ['mailto:']],
    ['_dmarc TXT "v=DMARC1; fo=0:|"', '', ['0', '1', 'd', 's']],
    ['_dmarc TXT "v=DMARC1; rua=mailto:a@b.example,|"', '', ['mailto:']],
    ['_dmarc TXT "v=DMARC1; fo=|0:d"', '0', ['0', '1', 'd', 's']],
    ['_dmarc TXT "v=DMARC1; p=|', '', ['none', 'quarantine', 'reject']],
    ['_mta-sts TXT "|"', '', ['v=STSv1;']],
    ['_smtp._tls TXT "v=TLSRPTv1; |"', '', ['rua=']],
    ['default._bimi TXT "v=BIMI1; avp=|"', '', ['brand', 'personal']],
    ['x A (192.0.2.1\n_dmarc TXT "v=DMARC1; adkim=|"', '', ['r', 's']],
    ['s._domainkey TXT "v=DKIM1; |"', '', ['k=', 'p=', 'h=', 's=', 't=']],
    ['s._domainkey TXT "v=DKIM1; k=|"', '', ['rsa', 'ed25519']],
  ])('%s', (marked, gone, labels) => {
    const found = offered(marked)
    expect(found.gone).toBe(gone)
    expect(found.labels.slice(0, labels.length)).toEqual(labels)
  })

  test.each(['; a com|ment', '@ TXT "hello |"', '@ A |', '@ TXT "v=spf1 exists:|"'])(
    'nothing at %s',
    (marked) => expect(offered(marked).labels).toEqual([]),
  )

  test('tags that are there are not offered again, nor those that are gone', () => {
    const { labels } = offered('_dmarc TXT "v=DMARC1; p=none; |"')
    expect(labels).not.toEqual(expect.arrayContaining(['p=']))
    expect(labels).not.toEqual(expect.arrayContaining(['pct=']))
  })

  test.each([
    ['@ M|', 'MX', '@ MX '],
    ['@ MX 10 m|', 'mx.example.org.', '@ MX 10 mx'],
    [
      '$ORIGIN a.example.\n@ MX 10 |',
      'mx.example.org.',
      '$ORIGIN a.example.\n@ MX 10 mx.example.org.',
    ],
    ['@ TXT "v=spf1 -a|"', 'all', '@ TXT "v=spf1 -all"'],
    ['@ TXT "v=spf1 in| -all"', 'include', '@ TXT "v=spf1 include: -all"'],
    ['_dmarc TXT "v=DMARC1; p=n|"', 'reject', '_dmarc TXT "v=DMARC1; p=reject"'],
    ['_dmarc TXT "|"', 'v=DMARC1;', '_dmarc TXT "v=DMARC1; "'],
    ['_dmarc TXT |', '"v=DMARC1; …"', '_dmarc TXT "v=DMARC1; p=none"'],
  ])('%s + %s', (marked, label, after) => expect(choose(marked, label)).toBe(after))
})

const zoneText = fc
  .array(
    fc.oneof(
      fc.constantFrom('@', ' ', '\n', '"', '(', ')', ';', '\\', '\t', '\r\n', 'MX', 'TXT', 'IN'),
      fc.constantFrom(
        '$TTL',
        '$ORIGIN',
        '10',
        'v=spf1 ',
        '-all',
        'include:',
        '_dmarc',
        'p=',
        '%{i}',
      ),
      fc.constantFrom(
        'v=DMARC1; ',
        'a._domainkey',
        'v=DKIM1;',
        'é',
        '👍',
        '\\300',
        'mx.example.org.',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

describe('any text and any place', () => {
  test('hovers and completions stand in the text', () =>
    fc.assert(
      fc.property(zoneText, fc.integer({ min: -2, max: 100 }), (text, offset) => {
        const found = hoverAt(text, offset, context)
        if (found)
          expect([found.span.from >= 0, found.span.to <= text.length]).toEqual([true, true])
        const { from, to, items } = completionsAt(text, offset, context)
        expect(0 <= from && from <= to && to <= text.length).toBe(true)
        for (const item of items) expect(item.documentation).not.toBe('')
      }),
      { seed: 12, numRuns: 1000 },
    ))
})

test('one record of a hundred thousand words is read in linear time', () => {
  const text = `@ TXT ${'a '.repeat(100_000)}"v=spf1 |`
  hoverAt(text, text.length, context)
  completionsAt(text, text.length, context)
})

test('a zone of 200 lines is explained and completed to its end', () => {
  const lines = Array.from({ length: 195 }, (_, at) => `host${at} 3600 IN A 192.0.2.${at}`)
  const key = `"v=DKIM1; k=rsa; p=${'A'.repeat(200)}" "${'B'.repeat(200)}"`
  const text = ['$TTL 60', `s._domainkey TXT ${key}`, ...lines, '@ TXT "v=spf1 a mx -all"'].join(
    '\n',
  )
  const end = text.length - 3
  expect(hoverAt(text, end, context)?.title).toContain('all')
  expect(completionsAt(text, end, context)?.items.length).toBeGreaterThan(0)
})
