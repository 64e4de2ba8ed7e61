import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runSync } from '../../core/effects.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { slice } from '../../core/span.ts'
import { createResolver } from '../../dns/resolver.ts'
import { parseZone } from '../../dns/zone/parse.ts'
import { spfDnsFamily } from './dns-dependent-family.ts'

function lint(text: string, name = 'a.example'): { found: Diagnostic[]; questions: number } {
  const { zone } = parseZone(text, { origin: '' })
  const dns = createResolver([zone])
  const all = zone.records.map(({ record }) => record)
  const mine = all.filter((one) => one.name === name)
  let questions = 0
  const found = runSync(spfDnsFamily.lint(mine), (question) => {
    questions++
    return question.ask === 'dns' ? dns.query(question.name, question.type) : undefined
  })
  return { found, questions }
}

const six = Array.from({ length: 6 }, (_, at) => `exists:%{i}.${at}.b.example`).join(' ')

test('the eleventh lookup is named where it stands, and what each term costs', () => {
  const text = `a.example. TXT "v=spf1 include:b.example inc" "lude:c.example -all"
b.example. TXT "v=spf1 ${six} -all"
c.example. TXT "v=spf1 redirect=b.example"
`
  const { found } = lint(text)
  expect(found.map(({ code, span }) => [code, slice(text, span)])).toEqual([
    ['spf/too-many-lookups', 'inc" "lude:c.example'],
  ])
  expect(found[0]?.message).toContain('costs 15 DNS lookups')
  expect(found[0]?.message).toContain(
    '`exists:%{i}.1.b.example` of `b.example`, reached through `include:c.example`, is the eleventh',
  )
  expect(found[0]?.related.map(({ message, span }) => [message, slice(text, span)])).toEqual([
    ['This is `exists:%{i}.1.b.example`', 'exists:%{i}.1.b.example'],
    ['`include:b.example` costs 7', 'include:b.example'],
    ['`include:c.example` costs 8', 'inc" "lude:c.example'],
  ])
})

test('a record found over an alias counts', () => {
  const text = `a.example. TXT "v=spf1 include:alias.example -all"
alias.example. CNAME b.example.
b.example. TXT "v=spf1 include:gone.example -all"
`
  expect(lint(text).found.map(({ message }) => message)).toEqual([
    '`include:gone.example` of `alias.example` breaks the check (permerror): `gone.example` does not exist.',
  ])
})

test.each([
  ['hello', 0],
  ['v=spf10 include:gone.example', 0],
  ['v=spf1 -all include:gone.example', 0],
  ['v=spf1 include: include:gone.example -all', 1],
  ['v=spf1 include:gone..example -all', 0],
  ['v=spf1 include:%{o} -all', 0],
])('%s: %d findings', (record, count) =>
  expect(lint(`a.example. TXT "${record}"\n`).found).toHaveLength(count),
)

test('a wildcard is left alone', () =>
  expect(
    lint('*.a.example. TXT "v=spf1 include:gone.example -all"\n', '*.a.example').found,
  ).toEqual([]))

test('records that all include each other cost a bounded number of questions', () => {
  const names = Array.from({ length: 30 }, (_, at) => `n${at}.example`)
  const includes = names.map((name) => `include:${name}`).join(' ')
  const lines = ['a.example', ...names].map((name) => {
    const strings = includes.match(/.{1,200}/g)!.map((part) => `"${part}"`)
    return `${name}. TXT "v=spf1 " ${strings.join(' ')} " -all"`
  })
  const { questions } = lint(lines.join('\n'))
  expect(questions).toBeGreaterThan(10)
  expect(questions).toBeLessThan(150)
})

const words = [
  ...['v=spf1 ', 'include:', 'redirect=', 'exp=', 'a:', 'mx:', 'exists:', 'a', 'mx', 'ptr', 'all'],
  ...[
    ' ',
    ' -',
    ' ~',
    ' ',
    '%{d}',
    '%{',
    '/24',
    '//64',
    '.',
    'a.example',
    'b.example',
    'c.example',
  ],
]

test('any records have findings inside of the file', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.constantFrom('a.example', 'b.example', 'c.example'),
          fc.array(fc.constantFrom(...words), { maxLength: 20 }),
        ),
        { maxLength: 5 },
      ),
      (records) => {
        const text = records
          .map(([name, parts]) => `${name}. TXT "v=spf1 ${parts.join('')}"\n`)
          .join('')
        for (const name of ['a.example', 'b.example'])
          for (const { span, fixes, related } of lint(text, name).found)
            for (const { from, to } of [
              span,
              ...related.map((one) => one.span),
              ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span)),
            ]) {
              expect(from).toBeGreaterThanOrEqual(0)
              expect(to).toBeGreaterThanOrEqual(from)
              expect(to).toBeLessThanOrEqual(text.length)
            }
      },
    ),
    { seed: 7208, numRuns: 300 },
  ))
