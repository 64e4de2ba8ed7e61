import { defineRule } from '../../../core/rule.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import { fix } from '../../tag-edits.ts'
import type { SignatureSubject } from '../signature-subject.ts'

export const versionValue = defineRule<SignatureSubject>({
  code: 'signature/version-value',
  severity: 'error',
  source: { rfc: 6376, section: '3.5' },
  why: 'There is one version of signatures, 1. (`DKIM1` is that of key records.) A verifier passes over any other.',
  bad: [
    'DKIM-Signature: v=«DKIM1»; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=\nFrom: ann@a.example\nSubject: Hi\n\nHi\n',
  ],
  good: [
    'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=\nFrom: ann@a.example\nSubject: Hi\n\nHi\n',
  ],
  *check({ tags }) {
    const tag = tagNamed(tags, 'v')
    if (tag && tag.value !== '1')
      yield {
        span: tag.valueSpan,
        message: `\`v=${tag.value}\` is not known: signatures say \`v=1\`.`,
        fixes: tag.value === '' ? [] : [fix('Write `v=1`', tag.valueSpan, '1')],
      }
  },
})
