import { defineRule } from '../../../core/rule.ts'
import { span, slice } from '../../../core/span.ts'
import type { FormatSubject } from '../subject.ts'

export const base64Cut = defineRule<FormatSubject>({
  code: 'mime/base64-cut',
  severity: 'warning',
  source: { rfc: 2045, section: '6.8' },
  why: 'Base64 goes in groups of four characters, the last filled up with `=`. Where one is short, something was cut off.',
  bad: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nSGkg\nSGk«»\n',
  ],
  good: [
    'From: ann@example.org\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nSGk=\n',
  ],
  *check({ message, parts }) {
    for (const { encoding, body } of parts) {
      if (encoding !== 'base64') continue
      const content = slice(message.text, body)
      const characters = content.replace(/[^A-Za-z0-9+/=]/g, '').length
      if (characters % 4 === 0) continue
      const at = body.from + content.trimEnd().length
      yield {
        span: span(at, at),
        message: `${characters} characters are no whole groups of four: ${4 - (characters % 4)} are missing.`,
      }
    }
  },
})
