import { defineRule } from '../../../core/rule.ts'
import { signatureWords } from '../../../auth/dkim/vocabulary.ts'
import type { SignatureSubject } from '../signature-subject.ts'

export const unknownTag = defineRule<SignatureSubject>({
  code: 'signature/unknown-tag',
  severity: 'info',
  source: { rfc: 6376, section: '3.5' },
  why: 'Verifiers ignore tags that they do not know. That is allowed, but it is often a slip of the pen; the names’ case matters.',
  bad: [
    'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; «sel»=s1; h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=\nFrom: ann@a.example\nSubject: Hi\n\nHi\n',
    'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; «T»=1700000000; h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=\nFrom: ann@a.example\nSubject: Hi\n\nHi\n',
  ],
  good: [
    'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=\nFrom: ann@a.example\nSubject: Hi\n\nHi\n',
    'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; z=From:x; h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=\nFrom: ann@a.example\nSubject: Hi\n\nHi\n',
  ],
  *check({ tags }) {
    for (const { name, nameSpan } of tags.tags)
      if (!Object.hasOwn(signatureWords, name))
        yield {
          span: nameSpan,
          message: `\`${name}=\` is no tag of a signature, so it is ignored.`,
        }
  },
})
