import { readFileSync, readdirSync } from 'node:fs'
import { check } from '../src/lab/check/check.ts'
import { readFile } from '../src/lab/check/read-file.ts'
import { webCrypto } from '../src/platform/webcrypto.ts'
for (const f of readdirSync('/tmp/str').sort()) {
  if (!f.startsWith(process.argv[2] ?? 'z')) continue
  const read = readFile('pasted', new Uint8Array(readFileSync('/tmp/str/' + f))) as any
  if (!read.ok) { console.log('##', f, read); continue }
  const r = await check({ texts: [read.text], now: Date.UTC(2026, 10, 30) } as any, webCrypto)
  console.log('##', f, r.texts[0]!.kind, '|', r.texts[0]!.about, '|', r.texts[0]!.note ?? '')
  console.log('  cells', r.texts[0]!.cells.map((c) => `${c.what}: ${c.value} (${c.tone}) ${c.note}`).join(' ; '))
  console.log('  verdicts', r.texts[0]!.verdicts.map((c) => `${c.method}: ${c.result}`).join(' ; '))
  for (const x of r.findings.slice(0, 7)) console.log('   -', x.severity, x.code ?? '', 'L' + x.place?.line, x.message, x.fixes.length ? '[fix: ' + x.fixes[0]!.title + ']' : '')
  if (r.findings.length > 7) console.log('   … ', r.findings.length)
}
