import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openLab } from '../../../lab/open.ts'
import { webCrypto } from '../../../platform/webcrypto.ts'
import type { TranscriptLine } from '../../../shell/shell.ts'
import { tryLesson } from './try-lesson.ts'

test('the server answers a first EHLO, after the greeting that stands in the page', async () => {
  const lines: TranscriptLine[] = []
  const output = {
    write: () => undefined,
    addLine: (line: TranscriptLine) => void lines.push(line),
  }
  const lab = await openLab(tryLesson, { crypto: webCrypto, output })
  const [greeting] = lines.filter(({ who }) => who === 'server')
  expect(readFileSync('index.html', 'utf8')).toContain(greeting!.text)
  lines.length = 0
  await lab.apply({ kind: 'type', data: 'EHLO ann\r' })
  const heard = lines.filter(({ who }) => who === 'server').map(({ text }) => text)
  expect(heard[0]).toMatch(/^250-mx\.example\.net/)
  expect(heard.at(-1)).toMatch(/^250 /)
})
