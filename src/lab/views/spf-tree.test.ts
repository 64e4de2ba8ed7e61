import { describe, expect, test } from 'vitest'
import { evaluateSpf } from '../../auth/spf/evaluate.ts'
import { runSync } from '../../core/effects.ts'
import { createResolver } from '../../dns/resolver.ts'
import { parseZone } from '../../dns/zone/parse.ts'
import { budgetCells, spfTree, type SpfCheck } from './spf-tree.ts'

/** Asks SPF of zones that hold one record a name. */
function check(records: readonly string[], ip = '192.0.2.1') {
  const { zone } = parseZone(`${records.join('\n')}\n`, { origin: 'example.org' })
  const resolver = createResolver([zone])
  const input = { ip, helo: 'mail.example.org', mailFrom: 'a@example.org' }
  const verdict = runSync(evaluateSpf(input), (question) =>
    question.ask === 'dns' ? resolver.query(question.name, question.type) : undefined,
  )
  return spfTree(verdict.trace)
}

/** The tree on lines: status, term, lookups; `*` marks the way to the verdict. */
const draw = ({ terms }: SpfCheck, indent = ''): string[] =>
  terms.flatMap(({ text, status, decides, lookups, inner }) => [
    `${indent}${decides ? '*' : ''}${status} ${text}${lookups.length ? ` ${lookups.join()}` : ''}`,
    ...(inner ? draw(inner, `${indent}  `) : []),
  ])

const soa = '@ 60 SOA ns h 1 1 1 1 60'

describe('the tree', () => {
  test.each([
    [
      'counts each lookup, and stops where a term matched',
      [soa, '@ 60 TXT "v=spf1 a mx ip4:192.0.2.1 include:b.example.org -all"', '@ 60 A 192.0.2.9'],
      [
        'passed a 1',
        'passed mx 2',
        '*matched ip4:192.0.2.1',
        'unreached include:b.example.org',
        'unreached -all',
      ],
    ],
    [
      'leads through an include down to the term that decided',
      [
        soa,
        '@ 60 TXT "v=spf1 include:b.example.org -all"',
        'b 60 TXT "v=spf1 a:c.example.org ip4:192.0.2.0/24 -all"',
      ],
      [
        '*matched include:b.example.org 1',
        '  passed a:c.example.org 2',
        '  *matched ip4:192.0.2.0/24',
        '  unreached -all',
        'unreached -all',
      ],
    ],
    [
      'shows that an include which does not match decides nothing',
      [soa, '@ 60 TXT "v=spf1 include:b.example.org ~all"', 'b 60 TXT "v=spf1 -all"'],
      ['passed include:b.example.org 1', '  matched -all', '*matched ~all'],
    ],
    [
      'follows a redirect, which costs one too',
      [soa, '@ 60 TXT "v=spf1 redirect=b.example.org"', 'b 60 TXT "v=spf1 -all"'],
      ['*followed redirect=b.example.org 1', '  *matched -all'],
    ],
    [
      'marks the term that cannot be read, and tries none',
      [soa, '@ 60 TXT "v=spf1 mx ipv4:192.0.2.1 -all"'],
      ['unreached mx', '*broken ipv4:192.0.2.1', 'unreached -all'],
    ],
  ])('%s', (_, records, lines) => expect(draw(check(records))).toEqual(lines))

  test('marks the eleventh lookup, which breaks the record', () => {
    const terms = Array.from({ length: 11 }, (_, at) => `a:h${at}`)
    const hosts = terms.map((_, at) => `h${at} 60 A 198.51.100.1`)
    const tree = check([
      soa,
      `@ 60 TXT "v=spf1 ${terms.join('.example.org ')}.example.org -all"`,
      ...hosts,
    ])
    const eleventh = tree.terms[10]
    expect([eleventh?.status, eleventh?.lookups, eleventh?.decides]).toEqual(['broken', [11], true])
    const cells = budgetCells(tree)
    expect(cells.map(({ over }) => over)).toEqual([...Array<boolean>(10).fill(false), true])
    expect(cells[10]?.term).toBe('a:h10.example.org')
  })

  test('numbers the questions that found nothing', () => {
    const tree = check([soa, '@ 60 TXT "v=spf1 a:x.example.org mx:y.example.org -all"'])
    expect(tree.terms.flatMap(({ questions }) => questions.map((one) => one.void))).toEqual([1, 2])
    expect(tree.questions.map((one) => one.void)).toEqual([undefined])
  })
})

test('a record that asks nothing leaves all ten lookups', () => {
  const cells = budgetCells(check([soa, '@ 60 TXT "v=spf1 -all"']))
  expect(cells).toHaveLength(10)
  expect(cells.every(({ term, over }) => term === undefined && !over)).toBe(true)
})
