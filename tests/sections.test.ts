import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { allRules } from '../src/lint/all-rules.ts'
import sections from './sections.json' with { type: 'json' }
import { citationsIn, type Citation } from './tools/citations.ts'

/**
 * Sections that RFCs have. `contents`: all that their tables of contents list, and headings below
 * those. `cited`: of an RFC that was looked up for what is cited alone. `unread`: as `cited`, but
 * without the text at hand. To cite another section, look it up first, and add it.
 */
const known = new Map<string, ReadonlySet<string>>(
  Object.values(sections).flatMap((byRfc) =>
    Object.entries(byRfc).map(([rfc, all]) => [rfc, new Set(all.split(' '))] as const),
  ),
)

const isKnown = ({ rfc, section }: Citation): boolean =>
  known.get(String(rfc))?.has(section) === true

const label = ({ rfc, section }: Citation): string => `RFC ${rfc} §${section}`

const filesIn = (folder: string, kinds: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => kinds.test(path))
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)

test('every section that a source or a lesson names is there', () => {
  const files = [...filesIn('src', /\.(?:ts|svelte)$/), ...filesIn('lessons', /\.(?:md|ya?ml)$/)]
  const strangers = files.flatMap((path) =>
    citationsIn(readFileSync(path, 'utf8'))
      .filter((one) => !isKnown(one))
      .map((one) => `${path}: ${label(one)}`),
  )
  expect(strangers).toEqual([])
})

test('every rule stands in a section that is there', () =>
  expect(
    allRules.flatMap(({ code, source }) =>
      'rfc' in source &&
      source.section !== undefined &&
      !isKnown({ ...source, section: source.section })
        ? [code]
        : [],
    ),
  ).toEqual([]))

test('no RFC stands in two lists', () => {
  const all = Object.values(sections).flatMap((byRfc) => Object.keys(byRfc))
  expect(all).toHaveLength(new Set(all).size)
})

test.each([
  [`source: { rfc: 7208, section: '4.6.4' }`, ['RFC 7208 §4.6.4']],
  [`problem('mime/type', at, message, 2045, '5.1')`, ['RFC 2045 §5.1']],
  [`reply(250, '2.1.5', 'fine')`, []],
  [
    '(RFC 9051 §6.4.5, §6.4.9; RFC 7162 §3.1.4)',
    ['RFC 9051 §6.4.5', 'RFC 9051 §6.4.9', 'RFC 7162 §3.1.4'],
  ],
  ['as RFC 5322\n * §3.6.2 has it.', ['RFC 5322 §3.6.2']],
  ['RFC 2045 §2.7 to §2.9.', ['RFC 2045 §2.7', 'RFC 2045 §2.9']],
  ['RFC 9989 §A.4, and RFC 1035 says', ['RFC 9989 §A.4']],
])('what is named is found: %s', (text, found) =>
  expect(citationsIn(text).map(label)).toEqual(found),
)
