import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import { fix } from '../../tag-edits.ts'
import type { ArcSubject } from '../subject.ts'

export const chainStatus = defineRule<ArcSubject>({
  code: 'arc/chain-status',
  severity: 'error',
  source: { rfc: 8617, section: '5.2' },
  why: 'The first seal states `cv=none`, for nothing came before it; all others state `cv=pass`, or `cv=fail` where the chain ends.',
  bad: [
    lines(
      'ARC-Seal: i=1; a=rsa-sha256; «cv=pass»; d=a.example; s=s1; b=YWE=',
      'ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; h=From; bh=YWE=; b=YWE=',
      'ARC-Authentication-Results: i=1; mx.a.example; arc=none',
      'From: ann@a.example',
      '',
      'Hi',
      '',
    ),
    lines(
      'ARC-Seal: i=2; a=rsa-sha256; «cv=none»; d=a.example; s=s1; b=YWE=',
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
    lines(
      'ARC-Seal: i=1; a=rsa-sha256; «cv=Pass»; d=a.example; s=s1; b=YWE=',
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
  *check({ seals, chain }) {
    for (const { instance, tags, chainStatus } of seals) {
      const tag = tagNamed(tags, 'cv')
      const expected = instance === 1 ? 'none' : 'pass'
      if (!tag || instance === undefined || chainStatus === expected) continue
      if (chainStatus === 'fail' && instance === chain.highest) continue
      yield {
        span: tag.span,
        message: `Seal ${instance} states \`cv=${chainStatus}\`; it must state \`cv=${expected}\`.`,
        fixes: [fix(`Write \`cv=${expected}\``, tag.span, `cv=${expected}`)],
      }
    }
  },
})
