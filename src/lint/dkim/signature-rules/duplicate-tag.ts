import { defineRule } from '../../../core/rule.ts'
import { dropTag } from '../signature-subject.ts'
import type { SignatureSubject } from '../signature-subject.ts'

export const duplicateTag = defineRule<SignatureSubject>({
  code: 'signature/duplicate-tag',
  severity: 'error',
  source: { rfc: 6376, section: '3.2' },
  why: 'Each tag may stand once. With a second one nobody knows which counts, so the signature is void.',
  bad: [
    'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; «d=b.example»; h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=\nFrom: ann@a.example\nSubject: Hi\n\nHi\n',
  ],
  good: [
    'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=\nFrom: ann@a.example\nSubject: Hi\n\nHi\n',
  ],
  *check(subject) {
    for (const { kind, span, message } of subject.tags.problems) {
      const tag = subject.tags.tags.find((one) => one.span.from === span.from)
      if (kind === 'duplicate' && tag) yield { span, message, fixes: [dropTag(subject, tag)] }
    }
  },
})
