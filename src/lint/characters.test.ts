import { describe, expect, test } from 'vitest'
import { utf8 } from '../core/bytes.ts'
import { applyEdits } from '../core/diagnostic.ts'
import { renderFrame } from '../core/frame.ts'
import { parseZone } from '../dns/zone/parse.ts'
import { parseMessage } from '../message/parse.ts'
import { lintMessage } from './lint-message.ts'
import { lintZones } from './lint-zones.ts'

const lint = (text: string) => {
  const parsed = parseZone(`$TTL 1h\n${text}`, { origin: 'example.org' })
  return { text: parsed.zone.text, found: lintZones([parsed]) }
}

/** What any of the fixes of one code makes of the last line. */
function fixed(line: string, code: string): string[] {
  const { text, found } = lint(line)
  return found
    .filter((one) => one.code === code)
    .flatMap(({ fixes }) => fixes)
    .map(({ edits }) => applyEdits(text, edits).split('\n').at(-1)!)
}

describe('a fix writes characters, never the octets of their UTF-8 form', () => {
  test.each([
    ['"v=spf1\u00a0mx\u00a0-all"', 'spf/version', '"v=spf1 mx -all"'],
    ['"v=spf1\u2003mx -all"', 'spf/version', '"v=spf1 mx -all"'],
    ['"v=spf1\\194\\160mx -all"', 'spf/version', '"v=spf1 mx -all"'],
    ['"v=spf1–all"', 'spf/version', '"v=spf1 -all"'],
    ['"v=spf1 mx\u00a0-all"', 'spf/characters', '"v=spf1 mx -all"'],
    ['"v=spf1 mx \\226\\128\\147all"', 'spf/characters', '"v=spf1 mx -all"'],
    ['"v=spf1 mx \\226" "\\128\\147all"', 'spf/characters', '"v=spf1 mx -all"'],
    ['"v=spf1 ip4:192.0.2.1 −all"', 'spf/characters', '"v=spf1 ip4:192.0.2.1 -all"'],
  ])('%s, by %s', (written, code, right) =>
    expect(fixed(`@ TXT ${written}`, code)).toEqual([`@ TXT ${right}`]),
  )

  test('a fix that moves other characters keeps them', () =>
    expect(fixed('@ TXT "v=spf1 -all exists:bücher.example"', 'spf/terms-after-all')).toEqual([
      '@ TXT "v=spf1 exists:bücher.example -all"',
    ]))

  test('nothing is offered that would write an octet which is no character', () =>
    expect(fixed('@ TXT "v=spf1 -all exists:\\255.example"', 'spf/terms-after-all')).toEqual([]))
})

describe('a message quotes characters', () => {
  test.each([
    ['_dmarc TXT "v=DMARC1; p=“reject”"', '`p=“reject”`'],
    ['_dmarc TXT "v=DMARC1; p=\\226\\128\\156reject\\226\\128\\157"', '`p=“reject”`'],
    ['s._domainkey TXT "v=DKIM1; k=rü; p=YQ=="', '`k=rü`'],
    ['@ TXT "v=spf1 include:bücher.example.org -all"', '`ü`'],
    ['_smtp._tls TXT "v=TLSRPTv1; rua=mäilto:a@example.org"', 'mäilto'],
  ])('%s', (line, quoted) => {
    const { found, text } = lint(line)
    const messages = found.map(({ message }) => message)
    expect(messages.some((one) => one.includes(quoted))).toBe(true)
    for (const one of found) expect(renderFrame(one, text)).not.toMatch(/[Ãâ]/)
  })

  const mail = (...lines: readonly string[]) =>
    parseMessage(
      utf8(
        [
          ...lines,
          'To: bob@example.org',
          'Date: Mon, 01 Jun 2026 12:00:00 +0000',
          '',
          'Grüße',
          '',
        ].join('\r\n'),
      ),
    )
  test.each([
    ['From: Jörg <joerg@example.org>', '1 │ From: Jörg <joerg@example.org>'],
    ['From: a@example.org\r\nSubject: “Grüße”', '2 │ Subject: “Grüße”'],
    [
      'From: a@example.org\r\nDKIM-Signature: v=1; a=rsä; d=bücher.example; s=s; h=From; bh=YQ==; b=YQ==',
      '`rsä`',
    ],
    [
      'From: a@example.org\r\nDKIM-Signature: v=1; a=rsa-sha256; d=bücher.example; s=s; h=From; bh=YQ==; b=YQ==',
      '`bücher.example`',
    ],
  ])('%s', (field, shown) => {
    const message = mail(field)
    const frames = lintMessage(message).map((one) => renderFrame(one, message.text))
    expect(frames.join('\n')).toContain(shown)
    for (const one of frames) expect(one).not.toMatch(/[Ãâ]/)
  })

  test('a line of 78 characters is not long, however many octets it has', () => {
    const codes = lintMessage(mail('From: a@example.org', `Subject: ${'ü'.repeat(69)}`)).map(
      ({ code }) => code,
    )
    expect(codes).not.toContain('message/line-over-78')
  })
})
