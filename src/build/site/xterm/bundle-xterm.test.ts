import { Terminal as Published } from '@xterm/xterm'
import fc from 'fast-check'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shellWidths } from '../../../ui/terminal/unicode.ts'
import { bundleXterm } from './bundle-xterm.ts'
import { shortenPrivateNames } from '../short-names.ts'

const root = join(import.meta.dirname, '../../../..')
const folder = mkdtempSync(join(tmpdir(), 'helo-xterm-'))
afterAll(() => rmSync(folder, { recursive: true }))

let Small: typeof Published
beforeAll(async () => {
  const file = join(folder, 'xterm.mjs')
  writeFileSync(file, shortenPrivateNames(await bundleXterm(root)))
  Small = ((await import(/* @vite-ignore */ file)) as { Terminal: typeof Published }).Terminal
}, 60_000)

/** Rows with their characters, colours and cursor after some octets, as one text. */
async function screenAfter(Terminal: typeof Published, parts: readonly string[]): Promise<string> {
  const terminal = new Terminal({ allowProposedApi: true, cols: 24, rows: 6, scrollback: 20 })
  const heard: string[] = []
  terminal.unicode.register(shellWidths)
  terminal.unicode.activeVersion = shellWidths.version
  terminal.parser.registerOscHandler(7700, (data) => {
    heard.push(`${data} at ${terminal.registerMarker(0).line}`)
    return true
  })
  terminal.onData((data) => heard.push(data))
  for (const part of parts) await new Promise<void>((done) => terminal.write(part, done))
  terminal.resize(17, 5)
  const { active } = terminal.buffer
  const rows = Array.from({ length: active.length }, (_, row) =>
    Array.from({ length: terminal.cols }, (_, column) => {
      const cell = active.getLine(row)!.getCell(column)!
      const look = [cell.getFgColor(), cell.getBgColor(), cell.isBold(), cell.isInverse()]
      return `${cell.getChars()}${cell.getWidth()}${look.join()}`
    }).join('|'),
  )
  terminal.dispose()
  return JSON.stringify([rows, active.cursorX, active.cursorY, active.baseY, heard])
}

const octets = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('\r\n', '\x1b[2J', '\x1b[1;31m', '\x1b[0m', '\x1b[7m', '\x1b[K', '\x1b[6n', '\t'),
  fc.constantFrom('日本', '\u0301', '👍🏽', '\x1b]7700;reply=1\x07', '\x1b[?1049h', '\x1b[?1049l'),
  fc
    .tuple(fc.nat(30), fc.constantFrom(...'ABCDGHLMPSTXdfr@'))
    .map(([n, verb]) => `\x1b[${n}${verb}`),
)

test('draws what the published terminal draws', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(octets, { maxLength: 30 }), async (parts) => {
      expect(await screenAfter(Small, parts)).toBe(await screenAfter(Published, parts))
    }),
    { numRuns: 60 },
  )
}, 60_000)

test('a part that is no more is an error', async () => {
  await expect(bundleXterm(root, { 'browser/Nothing.ts': 'off.ts' })).rejects.toThrow(
    'xterm has no browser/Nothing.ts any more.',
  )
}, 60_000)
