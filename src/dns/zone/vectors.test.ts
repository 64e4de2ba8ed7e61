import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { printRecord } from '../print.ts'
import { recordTypes } from '../records/index.ts'
import { formatZone } from './format.ts'
import { parseZone } from './parse.ts'
import type { Zone } from './zone.ts'

const LDNS = '../shared/vectors/ldns-zones/test'
const HICKORY = '../shared/vectors/hickory-zones/tests/test-data/test_configs'

const read = (path: string, origin: string) => parseZone(readFileSync(path, 'utf8'), { origin })

const printed = ({ records }: Zone): string[] => records.map(({ record }) => printRecord(record))

/** What was found, and how many records were read all the same. */
const summary = (path: string, origin: string) => {
  const { zone, problems } = read(path, origin)
  return [zone.records.length, ...problems.map(({ code }) => code)]
}

describe.skipIf(!existsSync(LDNS))('zones of ldns', () => {
  const path = `${LDNS}/08-zonereader.tpkg/08-zonereader`
  const origin = 'jelte.nlnetlabs.nl'
  const known = new Set<string>(recordTypes.map(({ type }) => type))
  // ldns writes types without a file here (LOC, WKS …) its own way; they are kept as they came.
  const comparable = (zone: Zone): string[] =>
    printed({
      ...zone,
      records: zone.records.filter(
        ({ record, fields }) => known.has(record.type) || fields[0]?.text === '\\#',
      ),
    })

  test('the zone reads like what ldns made of it', () => {
    const input = comparable(read(`${path}.inputzone`, origin).zone)
    const output = comparable(read(`${path}.outputzone`, origin).zone)
    expect(input.length).toBeGreaterThan(3800)
    expect(input).toEqual(output)
  })

  test('of 3883 records three are not of the zone, and an A record has no octets', () =>
    expect(summary(`${path}.inputzone`, origin)).toEqual([
      3879,
      ...['zone/out-of-zone', 'zone/out-of-zone', 'zone/out-of-zone', 'zone/bad-generic'],
    ]))

  test('it is formatted to the same records', () => {
    const { zone } = read(`${path}.inputzone`, origin)
    expect(printed(parseZone(formatZone(zone), { origin }).zone)).toEqual(printed(zone))
  })

  test.each([
    ['14-read-zone', 'miek.nl', [7]],
    ['26-loc-centimetre', 'example', [1]],
    ['27-tab-between-cstrings', 'example', [1]],
    ['28-tab-instead-of-space', 'com', [1]],
    ['29-generic-rdata-tab', 'a.example', [0, 'zone/no-ttl', 'zone/other-class']],
  ])('%s', (name, zone, found) =>
    expect(summary(`${LDNS}/${name}.tpkg/${name}.db`, zone)).toEqual(found),
  )
})

describe.skipIf(!existsSync(HICKORY))('zones of hickory', () => {
  const ANAME = ['zone/unknown-type', 'zone/unknown-type', 'zone/include-refused']
  test.each([
    ['example.com', 'example.com', [15, ...ANAME]],
    ['dnssec/example.com', 'example.com', [14, ...ANAME]],
    ['default/nonewline', 'nonewline', [4]],
    ['default/implicitclass', 'nonewline', [4]],
    ['default/test.local', 'test.local', [4]],
    ['default/root', '', [39]],
    ['default/0', '0.in-addr.arpa', [2]],
    ['default/255', '255.in-addr.arpa', [2]],
    ['default/127.0.0.1', '127.in-addr.arpa', [3]],
    ['default/ipv6_1', '0.ip6.arpa', [3]],
    ['default/localhost', 'localhost', [4]],
  ])('%s', (name, zone, found) => expect(summary(`${HICKORY}/${name}.zone`, zone)).toEqual(found))
})
