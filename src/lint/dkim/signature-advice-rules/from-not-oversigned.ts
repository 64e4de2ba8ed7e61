import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import { fieldsNamed } from '../../../message/field.ts'
import { alsoSign, signedAs } from '../signature-subject.ts'
import type { SignatureSubject } from '../signature-subject.ts'

export const fromNotOversigned = defineRule<SignatureSubject>({
  code: 'signature/from-not-oversigned',
  severity: 'hint',
  source: { rfc: 6376, section: '8.15' },
  why: 'Named once more than it stands there, a field is sealed: adding another breaks the signature. Else a second `From` may be shown, and the signature holds.',
  bad: [
    lines(
      'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; ' +
        'h=«From»:Subject:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=',
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
    'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; h=To; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=\nFrom: ann@a.example\nSubject: Hi\n\nHi\n',
  ],
  *check(subject) {
    const listed = signedAs(subject, 'From')
    const first = listed[0]
    if (first && listed.length <= fieldsNamed(subject.message, 'From').length)
      yield {
        span: first.span,
        message:
          '`From` stands in `h=` no more often than in the message, so a second one can be added on top.',
        fixes: alsoSign(subject, 'From'),
      }
  },
})
