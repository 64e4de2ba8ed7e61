import { defineRule } from '../../../core/rule.ts'
import { fix } from '../../tag-edits.ts'
import type { SignatureSubject } from '../signature-subject.ts'

export const tagSyntax = defineRule<SignatureSubject>({
  code: 'signature/tag-syntax',
  severity: 'error',
  source: { rfc: 6376, section: '3.2' },
  why: 'A signature is a list of `name=value`, separated by semicolons. A verifier that meets anything else passes over the whole.',
  bad: [
    'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; «hello»; h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=\nFrom: ann@a.example\nSubject: Hi\n\nHi\n',
    'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1;«;» h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=\nFrom: ann@a.example\nSubject: Hi\n\nHi\n',
  ],
  good: [
    'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=\nFrom: ann@a.example\nSubject: Hi\n\nHi\n',
    'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=;\nFrom: ann@a.example\nSubject: Hi\n\nHi\n',
  ],
  *check({ tags }) {
    for (const { kind, span, message } of tags.problems)
      if (kind === 'empty') yield { span, message, fixes: [fix('Take it out', span, '')] }
      else if (kind !== 'duplicate') yield { span, message }
  },
})
