import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import { decodeBase64 } from '../../../core/base64.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import type { SignatureSubject } from '../signature-subject.ts'

const HASH_SIZE = 32

export const bodyHashSize = defineRule<SignatureSubject>({
  code: 'signature/body-hash-size',
  severity: 'error',
  source: { rfc: 6376, section: '3.7' },
  why: '`bh=` is a SHA-256 hash: 32 octets. One of another size never fits.',
  bad: [
    'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; h=From:Subject:From:Subject; bh=«YWE=»; b=YWE=\nFrom: ann@a.example\nSubject: Hi\n\nHi\n',
  ],
  good: [
    lines(
      'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; ' +
        'h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=',
      'From: ann@a.example',
      'Subject: Hi',
      '',
      'Hi',
      '',
    ),
  ],
  *check({ tags }) {
    const tag = tagNamed(tags, 'bh')
    const bytes = tag && decodeBase64(tag.value)
    const isOther = tagNamed(tags, 'a')?.value.endsWith('-sha256') !== true
    if (tag && bytes?.ok && tag.value !== '' && !isOther && bytes.bytes.length !== HASH_SIZE)
      yield {
        span: tag.valueSpan,
        message: `This hash has ${bytes.bytes.length} octets; SHA-256 has ${HASH_SIZE}.`,
      }
  },
})
