import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { webParts } from './index.ts'
import { KEY } from './page-probe.ts'
import { renderPart } from './table.ts'
import { servedBefore } from './zone.ts'

test.each(webParts)('$group: a page that shows nothing meets no target', (part) => {
  const table = renderPart(part, [{ own: {}, bare: {} }])
  for (const name of Object.keys(part.figures)) expect(table).toContain(name)
  expect(table.match(/Not measured/g)).toHaveLength(part.targets.length)
})

test.each(webParts)('$group: each target is about figures that the table has', (part) => {
  const even = Object.fromEntries(Object.keys(part.figures).map((name) => [name, 1]))
  for (const { value } of part.targets) expect(value(even, even)).toBe(1)
})

test('the key is not in the zone that it is typed into', () => {
  const zone = readFileSync('lessons/04-spf/01-your-first-spf/zones/example.org.zone', 'utf8')
  expect(zone).not.toContain(KEY)
})

const served = ['/page', '/first.js', '/editor.js', '/later.js'].map((path) => ({
  path,
  octets: 1,
}))

test.each([
  ['/editor.js', ['/page', '/first.js']],
  ['/page', []],
  ['/nothing.js', ['/page', '/first.js', '/editor.js', '/later.js']],
])('before %s: %j', (first, before) =>
  expect(servedBefore(served, (path) => path === first).map(({ path }) => path)).toEqual(before),
)
