import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import type { SignatureSubject } from '../signature-subject.ts'

/** RFC 6376 §5.4.1 */
const FRAGILE = ['return-path', 'received', 'comments', 'keywords']

export const fragileField = defineRule<SignatureSubject>({
  code: 'signature/fragile-field',
  severity: 'warning',
  source: { rfc: 6376, section: '5.4.1' },
  why: 'Servers on the way change or add these fields, as they should, and with that they break the signature.',
  bad: [
    lines(
      'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; ' +
        'h=From:From:Subject:Subject:«Return-Path»:«Received»; ' +
        'bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=',
      'From: ann@a.example',
      'Subject: Hi',
      '',
      'Hi',
      '',
    ),
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
  *check({ signed }) {
    for (const { text, span } of signed)
      if (FRAGILE.includes(text.toLowerCase()))
        yield {
          span,
          message: `\`${text}\` changes on the way, so signing it breaks the signature.`,
        }
  },
})
