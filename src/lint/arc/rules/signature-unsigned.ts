import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import { fieldNamed } from '../../../message/field.ts'
import { alsoSign, signedAs } from '../../dkim/signature-subject.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import type { ArcSubject } from '../subject.ts'

export const signatureUnsigned = defineRule<ArcSubject>({
  code: 'arc/signature-unsigned',
  severity: 'info',
  source: { rfc: 8617, section: '4.1.2' },
  why: 'If the message signature covers the DKIM signatures too, later handlers can see that none was exchanged.',
  bad: [
    lines(
      'ARC-Seal: i=1; a=rsa-sha256; cv=none; d=a.example; s=s1; b=YWE=',
      'ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; h=«From»; bh=YWE=; b=YWE=',
      'ARC-Authentication-Results: i=1; mx.a.example; arc=none',
      'DKIM-Signature: v=1',
      'From: ann@a.example',
      '',
      'Hi',
      '',
    ),
  ],
  good: [
    lines(
      'ARC-Seal: i=1; a=rsa-sha256; cv=none; d=a.example; s=s1; b=YWE=',
      'ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; h=From; bh=YWE=; b=YWE=',
      'ARC-Authentication-Results: i=1; mx.a.example; arc=none',
      'From: ann@a.example',
      '',
      'Hi',
      '',
    ),
    lines(
      'ARC-Seal: i=1; a=rsa-sha256; cv=none; d=a.example; s=s1; b=YWE=',
      'ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; h=From:DKIM-Signature; bh=YWE=; b=YWE=',
      'ARC-Authentication-Results: i=1; mx.a.example; arc=none',
      'DKIM-Signature: v=1',
      'From: ann@a.example',
      '',
      'Hi',
      '',
    ),
  ],
  *check({ message, chain, messageSignatures }) {
    if (!fieldNamed(message, 'DKIM-Signature')) return
    for (const { instance, field, tags, signed } of messageSignatures) {
      const tag = tagNamed(tags, 'h')
      if (!tag || instance !== chain.highest || signedAs({ signed }, 'DKIM-Signature').length)
        continue
      yield {
        span: tag.value === '' ? field.nameSpan : tag.valueSpan,
        message: 'The message has a `DKIM-Signature`, which this signature leaves out.',
        fixes: alsoSign({ tags }, 'DKIM-Signature'),
      }
    }
  },
})
