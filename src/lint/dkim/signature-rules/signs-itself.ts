import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import { fieldsNamed } from '../../../message/field.ts'
import { signedAs } from '../signature-subject.ts'
import type { SignatureSubject } from '../signature-subject.ts'

export const signsItself = defineRule<SignatureSubject>({
  code: 'signature/signs-itself',
  severity: 'error',
  source: { rfc: 6376, section: '5.4' },
  why: 'A signature is always part of what it signs, so its name in `h=` can only mean other signatures that stood there before.',
  bad: [
    lines(
      'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; ' +
        'h=From:From:Subject:Subject:«DKIM-Signature»; ' +
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
    lines(
      'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; ' +
        'h=From:From:Subject:Subject:DKIM-Signature; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhY' +
        'WE=; b=YWE=',
      'DKIM-Signature: v=1',
      'From: ann@a.example',
      'Subject: Hi',
      '',
      'Hi',
      '',
    ),
  ],
  *check(subject) {
    const { message, field } = subject
    const others = fieldsNamed(message, field.lower).filter((one) => one !== field)
    for (const { span } of signedAs(subject, field.lower).slice(others.length))
      yield { span, message: '`h=` must not name the signature’s own field: it is signed anyway.' }
  },
})
