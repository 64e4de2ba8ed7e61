import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import { alsoSign, signedAs } from '../signature-subject.ts'
import type { SignatureSubject } from '../signature-subject.ts'

export const fromUnsigned = defineRule<SignatureSubject>({
  code: 'signature/from-unsigned',
  severity: 'error',
  source: { rfc: 6376, section: '5.4' },
  why: '`From` is what the reader sees. A signature without it would hold under anybody’s name, so verifiers must refuse it.',
  bad: [
    'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; h=«Subject:Subject»; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=\nFrom: ann@a.example\nSubject: Hi\n\nHi\n',
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
    'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; h=from:subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=\nFrom: ann@a.example\nSubject: Hi\n\nHi\n',
  ],
  *check(subject) {
    const tag = tagNamed(subject.tags, 'h')
    if (tag && !signedAs(subject, 'From').length)
      yield {
        span: tag.value === '' ? tag.span : tag.valueSpan,
        message: '`From` is not signed, so every verifier refuses this signature.',
        fixes: alsoSign(subject, 'From'),
      }
  },
})
