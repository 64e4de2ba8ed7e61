import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import type { ArcSubject } from '../subject.ts'

export const repeatedField = defineRule<ArcSubject>({
  code: 'arc/repeated-field',
  severity: 'error',
  source: { rfc: 8617, section: '5.2' },
  why: 'A set has one field of each kind. With two no validator knows which one was meant, so the chain fails.',
  bad: [
    lines(
      'ARC-Seal: i=1; a=rsa-sha256; cv=none; d=a.example; s=s1; b=YWE=',
      '«ARC-Seal»: i=1; a=rsa-sha256; cv=none; d=a.example; s=s1; b=YWE=',
      'ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; h=From; bh=YWE=; b=YWE=',
      'ARC-Authentication-Results: i=1; mx.a.example; arc=none',
      'From: ann@a.example',
      '',
      'Hi',
      '',
    ),
  ],
  good: [
    lines(
      'ARC-Seal: i=2; a=rsa-sha256; cv=pass; d=a.example; s=s1; b=YWE=',
      'ARC-Message-Signature: i=2; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; h=From; bh=YWE=; b=YWE=',
      'ARC-Authentication-Results: i=2; mx.a.example; arc=none',
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
    for (const { results, messageSignatures, seals } of chain.sets)
      for (const fields of [results, messageSignatures, seals])
        for (const { instance, field } of fields.slice(1))
          yield {
            span: field.nameSpan,
            message: `A second \`${field.name}\` for set ${instance}: there may be one.`,
          }
  },
})
