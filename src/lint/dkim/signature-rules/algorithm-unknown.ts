import { lines } from '../../../core/text/lines.ts'
import { defineRule } from '../../../core/rule.ts'
import { tagNamed } from '../../../auth/tag-list.ts'
import { fix } from '../../tag-edits.ts'
import type { SignatureSubject } from '../signature-subject.ts'

const KNOWN = ['rsa-sha256', 'ed25519-sha256', 'rsa-sha1']

export const algorithmUnknown = defineRule<SignatureSubject>({
  code: 'signature/algorithm-unknown',
  severity: 'error',
  source: { rfc: 6376, section: '3.3.4' },
  why: 'A verifier passes over a signature whose algorithm it does not know.',
  bad: [
    lines(
      'DKIM-Signature: v=1; a=«rsa-sha512»; c=relaxed/relaxed; d=a.example; s=s1; ' +
        'h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=',
      'From: ann@a.example',
      'Subject: Hi',
      '',
      'Hi',
      '',
    ),
    lines(
      'DKIM-Signature: v=1; a=«RSA-SHA256»; c=relaxed/relaxed; d=a.example; s=s1; ' +
        'h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=',
      'From: ann@a.example',
      'Subject: Hi',
      '',
      'Hi',
      '',
    ),
  ],
  good: [
    lines(
      'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; ' +
        'h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=',
      'From: ann@a.example',
      'Subject: Hi',
      '',
      'Hi',
      '',
    ),
    lines(
      'DKIM-Signature: v=1; a=rsa-sha1; c=relaxed/relaxed; d=a.example; s=s1; ' +
        'h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=',
      'From: ann@a.example',
      'Subject: Hi',
      '',
      'Hi',
      '',
    ),
  ],
  *check({ tags }) {
    const tag = tagNamed(tags, 'a')
    if (!tag || tag.value === '' || KNOWN.includes(tag.value)) return
    const known = KNOWN.find((name) => name === tag.value.toLowerCase())
    yield {
      span: tag.valueSpan,
      message: `\`${tag.value}\` is not known: there are \`rsa-sha256\` and \`ed25519-sha256\`.`,
      fixes: known ? [fix(`Write \`${known}\``, tag.valueSpan, known)] : [],
    }
  },
})
