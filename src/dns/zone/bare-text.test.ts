import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../core/diagnostic.ts'
import { parseZone } from './parse.ts'

const read = (text: string) => parseZone(`$TTL 1h\n${text}`, { origin: 'example.com' })

describe('text of a record with nothing in front of it', () => {
  test.each([
    ['v=spf1 ip4:192.0.2.1 -all', '@ TXT "v=spf1 ip4:192.0.2.1 -all"'],
    ['"v=spf1 ip4:192.0.2.1 -all"', '@ TXT "v=spf1 ip4:192.0.2.1 -all"'],
    ['v=spf1', '@ TXT "v=spf1"'],
    ['v=spf1 mx -all', '@ TXT "v=spf1 mx -all"'],
    ['v=spf1 a mx -all ; ours', '@ TXT "v=spf1 a mx -all" ; ours'],
    ['v=DMARC1; p=none', '_dmarc TXT "v=DMARC1; p=none"'],
    ['"v=DMARC1; p=none"', '_dmarc TXT "v=DMARC1; p=none"'],
    ['@ v=spf1 mx -all', '@ TXT "v=spf1 mx -all"'],
    ['@ IN v=spf1 mx -all', '@ IN TXT "v=spf1 mx -all"'],
    ['@ "v=spf1 mx -all"', '@ TXT "v=spf1 mx -all"'],
    ['_dmarc IN v=DMARC1; p=none', '_dmarc IN TXT "v=DMARC1; p=none"'],
    ['www "hello there"', 'www TXT "hello there"'],
  ])('%s: one problem, and its fix makes a record of it', (line, fixed) => {
    const { problems, zone } = read(line)
    expect(problems.map(({ code }) => code)).toEqual(['zone/missing-type'])
    const [fix] = problems[0]!.fixes
    const text = applyEdits(zone.text, fix!.edits)
    expect(text).toBe(`$TTL 1h\n${fixed}`)
    expect(parseZone(text, { origin: 'example.com' }).problems).toEqual([])
  })

  test.each([
    [
      'v=spf1 mx',
      '`v=spf1` begins the text of a record. The name and the type stand in front of it: `@ TXT "v=spf1 …"`.',
    ],
    [
      'k v=DKIM1; p=',
      '`v=DKIM1` begins the text of a record. The type `TXT` stands in front of it.',
    ],
    [
      'v=DKIM1; p=',
      '`v=DKIM1` begins the text of a record. The name and the type stand in front of it: `name TXT "v=DKIM1 …"`.',
    ],
    ['www "hello there"', 'A text in quotes is no type. The type `TXT` stands in front of it.'],
  ])('%s: names what is missing', (line, message) =>
    expect(read(line).problems.map((problem) => problem.message)).toEqual([message]),
  )

  test('where the name cannot be guessed, no fix is offered', () =>
    expect(read('v=DKIM1; k=rsa').problems[0]!.fixes).toEqual([]))

  test('under another $ORIGIN the zone itself is not meant', () =>
    expect(read('$ORIGIN a.example.com.\nv=spf1 mx').problems[0]!.fixes).toEqual([]))

  test('a second line of a text whose parentheses are lost is no record of its own', () =>
    expect(read('k TXT "v=DKIM1; p="\n "abc"').problems.map(({ code }) => code)).toContain(
      'zone/unknown-type',
    ))

  test('it costs one record, and inherits to none', () => {
    const { problems, zone } = read('v=spf1 mx -all\nc A 192.0.2.1')
    expect(problems).toHaveLength(1)
    expect(zone.records.map(({ record }) => record.name)).toEqual(['c.example.com'])
  })
})
