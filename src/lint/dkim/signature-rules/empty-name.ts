import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import { span } from '../../../core/span.ts'
import { fix } from '../../tag-edits.ts'
import type { SignatureSubject } from '../signature-subject.ts'

export const emptyName = defineRule<SignatureSubject>({
  code: 'signature/empty-name',
  severity: 'warning',
  source: { rfc: 6376, section: '3.5' },
  why: '`h=` is a list of field names with a colon between them. Some verifiers refuse a list with a gap.',
  bad: [
    lines(
      'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; ' +
        'h=From:«:»Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=',
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
    // Only the first gap is reported: a list of nothing but colons has many.
    const at = signed.length > 1 ? signed.findIndex(({ text }) => text === '') : -1
    if (at < 0) return
    const next = signed[at + 1]
    const where = next
      ? span(signed[at]!.span.from, next.span.from)
      : span(signed[at - 1]!.span.to, signed[at]!.span.to)
    yield { span: where, message: 'No name stands here.', fixes: [fix('Take it out', where, '')] }
  },
})
