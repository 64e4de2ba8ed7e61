import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import { isNotLeading } from '../../../auth/arc/instance.ts'
import type { ArcSubject } from '../subject.ts'

export const resultsStart = defineRule<ArcSubject>({
  code: 'arc/results-start',
  severity: 'error',
  source: { rfc: 8617, section: '4.1.1' },
  why: 'ARC-Authentication-Results starts with its instance and a semicolon; only then comes what an Authentication-Results field has.',
  bad: [
    lines(
      'ARC-Seal: i=1; a=rsa-sha256; cv=none; d=a.example; s=s1; b=YWE=',
      'ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; h=From; bh=YWE=; b=YWE=',
      'ARC-Authentication-Results: «mx.a.example»; i=1; arc=none',
      'From: ann@a.example',
      '',
      'Hi',
      '',
    ),
    lines(
      'ARC-Seal: i=1; a=rsa-sha256; cv=none; d=a.example; s=s1; b=YWE=',
      'ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; h=From; bh=YWE=; b=YWE=',
      'ARC-Authentication-Results: «i=1» mx.a.example; arc=none',
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
  ],
  *check({ chain }) {
    for (const { kind, problem } of chain.fields)
      if (kind === 'results' && problem && isNotLeading(problem))
        yield { span: problem.span, message: problem.reason }
  },
})
