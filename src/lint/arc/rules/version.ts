import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import { removeTag } from '../../tag-edits.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import type { ArcSubject } from '../subject.ts'

export const version = defineRule<ArcSubject>({
  code: 'arc/version',
  severity: 'info',
  source: { rfc: 8617, section: '4.1.2' },
  why: 'ARC knows no `v=`: it is signed with the rest and ignored.',
  bad: [
    lines(
      'ARC-Seal: i=1; a=rsa-sha256; cv=none; d=a.example; s=s1; b=YWE=',
      'ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; «v=1»; h=From; bh=YWE=; b=YWE=',
      'ARC-Authentication-Results: i=1; mx.a.example; arc=none',
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
  *check({ messageSignatures, seals }) {
    for (const { field, tags } of [...messageSignatures, ...seals]) {
      const tag = tagNamed(tags, 'v')
      if (tag)
        yield {
          span: tag.span,
          message: `\`${field.name}\` has no \`v=\`: it is ignored.`,
          fixes: [removeTag(tags, tag)],
        }
    }
  },
})
