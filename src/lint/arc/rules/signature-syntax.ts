import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import type { ArcSubject } from '../subject.ts'

export const signatureSyntax = defineRule<ArcSubject>({
  code: 'arc/signature-syntax',
  severity: 'error',
  source: { rfc: 6376, section: '3.5' },
  why: 'Message signatures and seals are written like DKIM signatures; one that cannot be read fails, and the chain with it if it is the newest.',
  bad: [
    lines(
      'ARC-Seal: i=1; a=rsa-sha256; cv=none; d=a.example; s=s1; b=YWE=',
      'ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; h=From; bh=«YW!»; b=YWE=',
      'ARC-Authentication-Results: i=1; mx.a.example; arc=none',
      'From: ann@a.example',
      '',
      'Hi',
      '',
    ),
    lines(
      '«ARC-Seal»: i=1; a=rsa-sha256; cv=none; s=s1; b=YWE=',
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
  *check({ messageSignatures, seals }) {
    for (const { problem, field } of [...messageSignatures, ...seals]) {
      // What ARC itself asks for has rules of its own.
      if (!problem || !('rfc' in problem.source) || problem.source.rfc !== 6376) continue
      const isWhole =
        problem.span.from === field.valueSpan.from && problem.span.to === field.valueSpan.to
      yield { span: isWhole ? field.nameSpan : problem.span, message: problem.reason }
    }
  },
})
