import { expect, test } from 'vitest'
import { matches, overruns, renderTable, type Row } from './budget-table.ts'

const row: Row = { name: 'page', gzip: 1024, gzipLimit: 2048, requests: 3, requestLimit: 3 }

test.each([
  ['lessons/*/index.html', 'lessons/mx/index.html', true],
  ['lessons/*/index.html', 'lessons/a/b/index.html', false],
  ['index.html', 'lessons/mx/index.html', false],
  ['index.html', 'indexAhtml', false],
])('%s against %s: %s', (pattern, page, is) => expect(matches(pattern, page)).toBe(is))

test.each<[string, Partial<Row>, string[]]>([
  ['within', {}, []],
  ['too heavy', { gzip: 3072 }, ['page weighs 1.0 KiB too much.']],
  ['too many requests', { requests: 5 }, ['page makes 2 requests too many.']],
  ['a note', { note: 'page holds monaco-editor.' }, ['page holds monaco-editor.']],
])('%s', (_, change, output) => expect(overruns({ ...row, ...change })).toEqual(output))

test('the table stands in columns', () =>
  expect(renderTable([row, { ...row, name: 'heavy page', gzip: 3072 }])).toBe(
    [
      '  loaded       gzip                 requests',
      '  page         1.0 KiB of 2.0 KiB   3 of 3     ok',
      '  heavy page   3.0 KiB of 2.0 KiB   3 of 3     OVER',
    ].join('\n'),
  ))
