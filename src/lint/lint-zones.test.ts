import { describe, expect, test } from 'vitest'
import { parseZone, type ParsedZone } from '../dns/zone/parse.ts'
import { allRules } from './all-rules.ts'
import { ABOUT_ABSENCE, lintZones } from './lint-zones.ts'
import { zoneProfiles, type ZoneLintOptions } from './zone-profiles.ts'

const read = (text: string, origin = 'example.com'): ParsedZone => parseZone(text, { origin })

const HEAD = '$TTL 1h\n@ SOA ns hostmaster 1 1d 2h 4w 1h\n@ NS ns\nns A 192.0.2.53\n'

const codes = (zones: readonly ParsedZone[], options?: ZoneLintOptions): string[] =>
  lintZones(zones, options).map(({ code }) => code)

const SENDING = `${HEAD}@ MX 10 mail
@ TXT "v=spf1 mx include:gone.example.com include:spf.example.net -all"
mail A 192.0.2.1
mail AAAA 2001:db8::1
mail TXT "v=spf1 a -all"
`

test('every family that asks DNS reports', () =>
  expect(
    codes([read(SENDING), read('$TTL 1h\n3 PTR a.example.com.', '2.0.192.in-addr.arpa')], {
      outside: 'absent',
    }).filter((code) => /^(spf|mx)/.test(code)),
  ).toEqual(['mx/no-reverse-name', 'spf/include-target', 'spf/include-target']))

test('only the files that are named are judged, by all that is known', () => {
  const zones = [
    read(SENDING),
    read(`${HEAD}@ TXT "v=spf1 +all"\n@ MX 10 mail.example.com.`, 'example.net'),
  ]
  for (const advice of ['omitted', 'included', 'only'] as const)
    for (const file of ['example.com.zone', 'example.net.zone', 'other.zone']) {
      const options = { outside: 'absent', advice } as const
      const wanted = lintZones(zones, options).filter((found) => found.file === file)
      expect(lintZones(zones, { ...options, files: new Set([file]) })).toEqual(wanted)
    }
  expect(lintZones(zones, { files: new Set(['example.net.zone']) })).not.toEqual([])
})

test('a domain in good order has no findings', () =>
  expect(
    codes(
      [
        read(
          `${HEAD}@ MX 10 mail
@ TXT "v=spf1 mx -all"
_dmarc TXT "v=DMARC1; p=reject; rua=mailto:d@example.com"
mail A 192.0.2.1
mail TXT "v=spf1 a -all"
a._domainkey TXT "v=DKIM1; k=ed25519; p=3Bgt2rK+x7M9iCHVeQrfIyY8fcGBHDtCrCeNnH9IC9I="`,
        ),
      ],
      zoneProfiles.simulated,
    ),
  ).toEqual([]))

describe('a policy of reject that rests on SPF alone', () => {
  const ALONE = '_dmarc TXT "v=DMARC1; p=reject"\n@ TXT "v=spf1 ip4:192.0.2.1 -all"\n'
  const isFound = (text: string, options?: ZoneLintOptions): boolean =>
    codes([read(text)], options).includes('dmarc/reject-on-spf-alone')

  test.each<[string, string, ZoneLintOptions, boolean]>([
    ['a whole zone', `${HEAD}${ALONE}`, zoneProfiles.published, true],
    ['a whole zone with a wildcard', `${HEAD}${ALONE}* A 192.0.2.9\n`, {}, true],
    ['lines of a zone, which may have keys', ALONE, zoneProfiles.pasted, false],
    [
      'a zone whose keys are elsewhere',
      `${HEAD}${ALONE}_domainkey NS ns.example.net.\n`,
      {},
      false,
    ],
    [
      'a zone with a key that another has',
      `${HEAD}${ALONE}b._domainkey CNAME b.k.test.\n`,
      {},
      false,
    ],
  ])('is found in %s: %j', (_, text, options, expected) =>
    expect(isFound(text, options)).toBe(expected),
  )

  test('of a subdomain is not, where the domain above signs', () => {
    const sub = '_dmarc.news TXT "v=DMARC1; p=reject"\nnews TXT "v=spf1 ip4:192.0.2.1 -all"\n'
    expect(isFound(`${HEAD}${sub}`)).toBe(true)
    expect(isFound(`${HEAD}${sub}b._domainkey CNAME b.k.test.\n`)).toBe(false)
  })
})

describe('outside of the zones', () => {
  test('nothing is known, unless they are all there is', () => {
    expect(codes([read(SENDING)])).toEqual(['spf/include-target'])
    expect(codes([read(SENDING)], zoneProfiles.simulated)).toEqual([
      'spf/include-target',
      'spf/include-target',
    ])
  })

  test('nothing is known of reverse names, even if the zones are all there is', () =>
    expect(codes([read(SENDING)], { outside: 'absent' })).not.toContain('mx/no-reverse-name'))
})

describe('advice', () => {
  const bare = read(`${HEAD}@ MX 10 mail\n@ TXT "v=spf1 mx -all mx"\nmail A 192.0.2.1\n`)

  test('is omitted, reported, or all that is reported', () => {
    expect(codes([bare])).toEqual(['spf/terms-after-all'])
    expect(codes([bare], { advice: 'included' })).toEqual(
      expect.arrayContaining(['spf/terms-after-all', 'dmarc/absent']),
    )
    const only = codes([bare], { advice: 'only' })
    expect(only).toContain('dmarc/absent')
    expect(only).not.toContain('spf/terms-after-all')
  })
})

test('problems of syntax are reported where they are given, and no finding twice', () => {
  const broken = read(`${HEAD}www A 192.0.2.256\n`)
  expect(codes([broken])).toEqual(['zone/bad-address'])
  expect(codes([broken, broken])).toEqual(['zone/bad-address'])
  expect(lintZones([broken.zone])).toEqual([])
})

test('findings follow the order of the zones, then that of the text', () => {
  const zone = (file: string) =>
    parseZone(`${HEAD}b TXT "v=spf1 -all mx"\na TXT "v=spf1 -all a"\n`, {
      origin: file,
      file,
    })
  const found = lintZones([zone('z.example'), zone('a.example')])
  expect(found.map(({ file }) => file)).toEqual([
    ...['z.example', 'z.example'],
    ...['a.example', 'a.example'],
  ])
  expect(found[0]!.span.from).toBeLessThan(found[1]!.span.from)
})

describe('a part of a zone', () => {
  const part = '@ MX 10 mail\n@ TXT "v=spf1 a:out.example.com mx -all"\n'

  test('is taken for a whole one by default', () =>
    expect(codes([read(part)])).toContain('zone/soa-missing'))

  test('has no findings about what it does not hold', () => {
    const found = codes([read(part)], zoneProfiles.pasted)
    expect(found.filter((code) => code !== 'zone/no-ttl')).toEqual([])
  })

  test('that begins with its SOA record is whole', () =>
    expect(codes([read(`@ SOA ns h 1 1d 2h 4w 1h\n${part}`)], zoneProfiles.pasted)).toContain(
      'mx/target-without-address',
    ))
})

test('what is known to be about absence is a rule', () => {
  const known = new Set(allRules.map(({ code }) => code))
  expect([...ABOUT_ABSENCE].filter((code) => !known.has(code))).toEqual([])
})
