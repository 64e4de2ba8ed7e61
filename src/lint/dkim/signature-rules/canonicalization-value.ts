import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import { checkMethods } from '../../../auth/dkim/signature-checks.ts'
import type { SignatureSubject } from '../signature-subject.ts'

export const canonicalizationValue = defineRule<SignatureSubject>({
  code: 'signature/canonicalization-value',
  severity: 'error',
  source: { rfc: 6376, section: '3.4' },
  why: 'There are `simple` and `relaxed`, one for the header and one for the body. A verifier passes over a signature with any other.',
  bad: [
    lines(
      'DKIM-Signature: v=1; a=rsa-sha256; c=«relaxd/relaxed»; d=a.example; s=s1; ' +
        'h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=',
      'From: ann@a.example',
      'Subject: Hi',
      '',
      'Hi',
      '',
    ),
    lines(
      'DKIM-Signature: v=1; a=rsa-sha256; c=«relaxed/relaxed/simple»; d=a.example; s=s1; ' +
        'h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=',
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
    'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed; d=a.example; s=s1; h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=\nFrom: ann@a.example\nSubject: Hi\n\nHi\n',
    'DKIM-Signature: v=1; a=rsa-sha256; d=a.example; s=s1; h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=\nFrom: ann@a.example\nSubject: Hi\n\nHi\n',
  ],
  *check({ tags }) {
    const found = tagNamed(tags, 'c') && checkMethods(tags)
    if (found) yield { span: found.span, message: found.reason }
  },
})
