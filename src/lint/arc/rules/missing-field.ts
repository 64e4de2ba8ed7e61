import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import type { ArcSubject } from '../subject.ts'

export const missingField = defineRule<ArcSubject>({
  code: 'arc/missing-field',
  severity: 'error',
  source: { rfc: 8617, section: '5.2' },
  why: 'A set is three fields: the results, the message signature and the seal. Without one of them the chain fails.',
  bad: [
    lines(
      '«ARC-Seal»: i=1; a=rsa-sha256; cv=none; d=a.example; s=s1; b=YWE=',
      'ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; h=From; bh=YWE=; b=YWE=',
      'From: ann@a.example',
      '',
      'Hi',
      '',
    ),
    '«ARC-Authentication-Results»: i=1; mx.a.example; arc=none\nFrom: ann@a.example\n\nHi\n',
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
  ],
  *check({ chain }) {
    for (const { instance, results, messageSignatures, seals } of chain.sets) {
      const missing = [
        ...(results.length ? [] : ['`ARC-Authentication-Results`']),
        ...(messageSignatures.length ? [] : ['`ARC-Message-Signature`']),
        ...(seals.length ? [] : ['`ARC-Seal`']),
      ]
      const first = seals[0] ?? messageSignatures[0] ?? results[0]
      if (first && missing.length)
        yield {
          span: first.field.nameSpan,
          message: `Set ${instance} lacks ${missing.join(' and ')}.`,
        }
    }
  },
})
