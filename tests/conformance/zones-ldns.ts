import { existsSync } from 'node:fs'
import { formatZone } from '../../src/dns/zone/format.ts'
import { parseZone } from '../../src/dns/zone/parse.ts'
import { recordTypes } from '../../src/dns/records/index.ts'
import type { Zone } from '../../src/dns/zone/zone.ts'
import { vectorsAt, type Case, type Suite } from './suite.ts'
import { printed, readZone, zoneCase } from './zone-files.ts'

const LDNS = vectorsAt('ldns-zones/test')
const READER = `${LDNS}/08-zonereader.tpkg/08-zonereader`
const ORIGIN = 'jelte.nlnetlabs.nl'

const isOurs = new Set<string>(recordTypes.map(({ type }) => type))

/** ldns writes types without a file here (WKS …) its own way; they are kept as they came. */
const comparable = (zone: Zone): string[] =>
  printed({
    ...zone,
    records: zone.records.filter(
      ({ record, fields }) => isOurs.has(record.type) || fields[0]?.text === '\\#',
    ),
  })

/** Each record beside what ldns made of it. */
function readerCases(): Case[] {
  if (!existsSync(LDNS)) return []
  const actual = comparable(readZone(`${READER}.inputzone`, ORIGIN).zone)
  const wanted = comparable(readZone(`${READER}.outputzone`, ORIGIN).zone)
  const blocks = Array.from({ length: Math.ceil(wanted.length / BLOCK) }, (_, at) => at * BLOCK)
  return [
    {
      name: 'as many records',
      run: () => ({ actual: actual.length, wanted: wanted.length }),
    },
    ...blocks.map((from) => ({
      name: `records ${from + 1} to ${Math.min(from + BLOCK, wanted.length)}`,
      run: () => ({
        actual: actual.slice(from, from + BLOCK),
        wanted: wanted.slice(from, from + BLOCK),
      }),
    })),
  ]
}

/** Records compared in one case: a difference names its place without filling a screen. */
const BLOCK = 100

const formatting: Case = {
  name: '08-zonereader is formatted to the same records',
  run() {
    const { zone } = readZone(`${READER}.inputzone`, ORIGIN)
    const again = parseZone(formatZone(zone), { origin: ORIGIN })
    return { actual: printed(again.zone), wanted: printed(zone) }
  },
}

const ATOOM = 'elektron.atoom.net.'

/** Of 3883 records three are not of the zone, and an A record has no octets. */
const FAULTS = ['zone/out-of-zone', 'zone/out-of-zone', 'zone/out-of-zone', 'zone/bad-generic']

const file = (name: string): string => `${LDNS}/${name}.tpkg/${name}`

export const ldnsZones: Suite = {
  name: 'Zones: ldns',
  vectors: LDNS,
  parts: [
    {
      what: 'zones',
      count: 6,
      cases: [
        zoneCase(`${READER}.inputzone`, ORIGIN, { count: 3879, problems: FAULTS }),
        zoneCase(`${file('14-read-zone')}.db`, 'miek.nl', {
          records: [
            `miek.nl. 3600 IN SOA ${ATOOM} miekg.atoom.net. 2005060700 21600 7200 604800 3600`,
            `miek.nl. 3600 IN NS ${ATOOM}`,
            `miek.nl. 3600 IN MX 10 ${ATOOM}`,
            'miek.nl. 3600 IN A 192.168.1.2',
            'a.miek.nl. 3600 IN A 192.168.1.2',
            'www.miek.nl. 3600 IN CNAME a.miek.nl.',
            'www.miek.nl. 3600 IN A 127.0.0.1',
          ],
        }),
        zoneCase(`${file('26-loc-centimetre')}.db`, 'example', {
          records: ['one.example. 12345 IN LOC 12 45 52.333 N 105 40 33.452 W -24m 0.1m 0.1m 0.1m'],
        }),
        zoneCase(`${file('27-tab-between-cstrings')}.db`, 'example', {
          records: ['foo.example. 12345 IN HINFO "hohum" "weirdo"'],
        }),
        zoneCase(`${file('28-tab-instead-of-space')}.db`, 'com', {
          records: [
            'com. 14400 IN NAPTR 100 10 S SIP+D2U "!^.*$!sip:customer-service@example.com!" com.',
          ],
        }),
        zoneCase(`${file('29-generic-rdata-tab')}.db`, 'a.example', {
          records: [],
          problems: ['zone/no-ttl', 'zone/other-class'],
        }),
      ],
    },
    { what: 'blocks of records', count: 40, cases: readerCases() },
    { what: 'formatted', count: 1, cases: [formatting] },
  ],
}
