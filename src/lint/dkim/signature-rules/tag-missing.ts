import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import type { SignatureSubject } from '../signature-subject.ts'

const REQUIRED = ['v', 'a', 'd', 's', 'h', 'bh', 'b']

export const tagMissing = defineRule<SignatureSubject>({
  code: 'signature/tag-missing',
  severity: 'error',
  source: { rfc: 6376, section: '3.5' },
  why: 'Without one of `v`, `a`, `d`, `s`, `h`, `bh` and `b` a verifier cannot check the signature, so it counts for nothing.',
  bad: [
    lines(
      '«DKIM-Signature»: a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; ' +
        'h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=',
      'From: ann@a.example',
      'Subject: Hi',
      '',
      'Hi',
      '',
    ),
    '«DKIM-Signature»: v=1; a=rsa-sha256; c=relaxed/relaxed; h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=\nFrom: ann@a.example\nSubject: Hi\n\nHi\n',
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
  *check({ field, tags }) {
    const missing = REQUIRED.filter((name) => !tagNamed(tags, name)).map((name) => `\`${name}=\``)
    if (missing.length)
      yield {
        span: field.nameSpan,
        message: `This signature lacks ${missing.join(', ')}: no verifier can check it.`,
      }
  },
})
