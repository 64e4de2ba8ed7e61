import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { visible } from '../../../core/text/visible.ts'
import { applyEdits } from '../../../core/diagnostic.ts'
import { allRules } from '../../../lint/all-rules.ts'
import { editedHtml, markedHtml, richHtml } from './rule-html.ts'
import { ruleReference } from '../../docs/rule-markdown.ts'
import { ruleEntries } from './entries.ts'
import { families } from './families.ts'
import { familyPages, ruleIndex } from './list-pages.ts'
import { rulePages } from './rule-pages.ts'
import { readLink } from '../../../lab/link/read-link.ts'
import { loadWords } from '../words/load-words.ts'

const { rules: words } = await loadWords(process.cwd(), 'en')
const pages = rulePages(words)
const htmlOf = (slots: object): string => Object.values(slots).join('\n')
const lists = [ruleIndex(words), ...familyPages(words)]
const files = new Set([...pages, ...lists].map(({ file }) => file))

const text = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

test('every rule has a page, the page of its family leads to it, and the index to the family', () => {
  expect(pages.map(({ file }) => file)).toEqual(
    allRules.map(({ code }) => `rules/${code}/index.html`),
  )
  for (const [at, { name, rules }] of families().entries()) {
    expect(ruleIndex(words).slots.list).toContain(
      `<li id="${name}"><h2 lang="en"><a href="${name}/">`,
    )
    for (const { code } of rules)
      expect(familyPages(words)[at]!.slots.list).toContain(`href="${code.slice(name.length + 1)}/"`)
  }
  expect(families().flatMap(({ rules }) => rules)).toHaveLength(allRules.length)
})

test('a list counts rules by their severity, and shows the first sentence of each reason', () => {
  for (const [, whole, parts = ''] of ruleIndex(words).slots.list!.matchAll(
    />(\d+) rules: ([^<]*)</g,
  )) {
    const counts = [...parts.matchAll(/\d+/g)].map(([count]) => Number(count))
    expect(counts.reduce((sum, count) => sum + count)).toBe(Number(whole))
  }
  expect(ruleIndex(words).slots.list).toMatch(/>15 rules: \d+ errors, \d+ warnings/)
  const page = familyPages(words).find(({ file }) => file === 'rules/spf/index.html')
  expect(text(page!.slots.list!)).toContain('SPF stops at the first match.')
})

test('the search looks through every rule', () => {
  expect(ruleEntries().map(({ code }) => code)).toEqual(allRules.map(({ code }) => code))
  expect(ruleEntries().find(({ code }) => code === 'spf/terms-after-all')).toMatchObject({
    title: 'Terms after all',
    severity: 'warning',
    section: 'RFC 7208 §5.1',
  })
})

test('every link of the site’s own leads to a page', () => {
  for (const { file, slots } of [...pages, ...lists])
    for (const [, href = ''] of htmlOf(slots).matchAll(/href="([^"]*)"/g)) {
      if (/^https:\/\/(www\.rfc-editor|datatracker\.ietf)\.org\//.test(href)) continue
      if (/^(\.\.\/){3}sandbox\/#s=/.test(href)) continue
      const target = posix.join(posix.dirname(file), href.replace(/#.*/, ''), 'index.html')
      expect(files, `${file} links to ${href}`).toContain(target)
    }
})

test('a page shows each example with its marks, and runs no script', () => {
  allRules.forEach((rule, at) => {
    const html = htmlOf(pages[at]!.slots)
    const marks = rule.bad.join('').split('«').length - 1
    expect(html.split('<mark').length - 1, rule.code).toBe(marks)
    expect(html).not.toMatch(/<script|\son\w+=/)
    expect(text(pages[at]!.slots.prose!).replaceAll('\n', ' ')).toContain(
      rule.why.replaceAll('`', ''),
    )
  })
})

test('an example that shows its finding in the sandbox can be opened there', () => {
  const pageOf = (code: string) => pages.find(({ file }) => file === `rules/${code}/index.html`)
  const [, fragment = ''] = /sandbox\/#([^"]+)/.exec(pageOf('spf/terms-after-all')!.slots.prose!)!
  const read = readLink(fragment)
  expect(read.ok && 'journal' in read.state && read.state.journal).toMatchObject([
    {
      kind: 'edit',
      zone: 'example.org',
      text: expect.stringMatching(/\ntry TXT "v=spf1 -all mx"\n$/),
    },
  ])
  expect(pageOf('mime/bad-boundary')?.slots.prose ?? '').not.toContain('sandbox/')
  expect(pages.filter(({ slots }) => slots.prose?.includes('sandbox/#s=')).length).toBeGreaterThan(
    200,
  )
})

test('one can go on from rule to rule, from one family to the next', () => {
  const last = families()[0]!.rules.at(-1)!
  const page = pages.find(({ file }) => file === `rules/${last.code}/index.html`)
  expect(page?.slots.next).toContain(`href="../../${families()[1]!.rules[0]!.code}/"`)
})

test('a fix is shown before and after', () => {
  const page = pages.find(({ file }) => file.includes('spf/terms-after-all'))
  expect(page?.slots.prose).toContain('v=spf1 -all<del> mx</del>')
  expect(page?.slots.prose).toContain('v=spf1 <ins>mx </ins>-all')
})

test('what cannot be seen is shown', () => {
  const proseOf = (code: string) =>
    pages.find(({ file }) => file === `rules/${code}/index.html`)?.slots.prose
  expect(proseOf('message/bare-lf')).toContain('Hi<mark>␊\n</mark>there␍␊')
  expect(proseOf('message/nul')).toContain('Hi<mark>␀</mark>there')
})

describe('HTML', () => {
  test('words in backticks are code, and nothing is markup', () =>
    expect(richHtml('Write `<a>` & not `b')).toBe('Write <code>&lt;a&gt;</code> &amp; not `b'))

  test('marks stand around their spans; an empty one stays visible', () => {
    expect(markedHtml('a<b>', [{ from: 1, to: 3 }])).toBe('a<mark>&lt;b</mark>&gt;')
    expect(markedHtml('ab', [{ from: 1, to: 1 }])).toBe('a<mark class="gap"></mark>b')
  })

  test('before and after are the texts themselves, whatever the edits', () => {
    for (const rule of allRules)
      for (const example of rule.bad) {
        const shown = example.replace(/[«»]/g, '')
        for (const { fixes } of rule.lintExample(shown))
          for (const { edits } of fixes) {
            const { before, after } = editedHtml(shown, edits)
            expect(text(before)).toBe(visible(shown))
            expect(text(after)).toBe(visible(applyEdits(shown, edits), shown))
          }
      }
  })
})

test('the reference in Markdown names every rule once, and its links lead to headings', () => {
  const reference = ruleReference()
  const [contents, ...families] = reference
  for (const { code } of allRules) expect(contents?.text.split(`[\`${code}\`]`)).toHaveLength(2)
  for (const [, path = '', anchor = ''] of contents!.text.matchAll(/\]\(([^#)]+)#([^)]+)\)/g)) {
    const headings = families.find((file) => file.path === path)?.text.match(/^## .*$/gm) ?? []
    expect(headings.map((one) => one.slice(3).replaceAll(' ', '-'))).toContain(anchor)
  }
})
