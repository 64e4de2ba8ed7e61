import { defineRule } from '../../../core/rule.ts'
import { checkNumber } from '../../../auth/dkim/signature-checks.ts'
import type { SignatureSubject } from '../signature-subject.ts'

export const numberSyntax = defineRule<SignatureSubject>({
  code: 'signature/number-syntax',
  severity: 'error',
  source: { rfc: 6376, section: '3.5' },
  why: '`t=`, `x=` and `l=` are plain numbers: seconds since 1970, and octets.',
  bad: [
    'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; t=«tomorrow»; h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=\nFrom: ann@a.example\nSubject: Hi\n\nHi\n',
    'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; x=«-1»; h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=\nFrom: ann@a.example\nSubject: Hi\n\nHi\n',
  ],
  good: [
    'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; t=1700000000; h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=\nFrom: ann@a.example\nSubject: Hi\n\nHi\n',
  ],
  *check({ tags }) {
    for (const name of ['l', 't', 'x'] as const) {
      const found = checkNumber(name)(tags)
      if (found) yield { span: found.span, message: found.reason }
    }
  },
})
