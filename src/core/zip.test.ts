import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { fromUtf8, utf8 } from './bytes.ts'
import { isZip, unzipFirst } from './zip.ts'

const isXml = (name: string): boolean => name.endsWith('.xml')

test('the first file that is wanted is unpacked', () => {
  const archive = zipSync({ 'a.txt': utf8('no'), 'b/c.xml': utf8('yes'), 'd.xml': utf8('no') })
  expect(isZip(archive)).toBe(true)
  const found = unzipFirst(archive, isXml)
  expect(found.ok && [found.name, fromUtf8(found.bytes)]).toEqual(['b/c.xml', 'yes'])
})

test.each([
  ['a bomb', zipSync({ 'a.xml': new Uint8Array(60_000_000) }), '400 times'],
  ['what is too large', zipSync({ 'a.xml': new Uint8Array(70_000_000) }), 'more than 67,108,864'],
  ['no archive', utf8('PK\x03\x04 and no more'), 'damaged'],
  ['nothing', new Uint8Array(), 'damaged'],
])('%s is refused in a sentence, and early', (_, archive, why) => {
  const start = performance.now()
  const found = unzipFirst(archive, isXml)
  expect(found.ok ? '' : found.reason).toContain(why)
  expect(performance.now() - start).toBeLessThan(1000)
})
