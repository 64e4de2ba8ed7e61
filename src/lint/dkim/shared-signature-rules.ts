import { lines } from '../../core/text/lines.ts'
import { signatureFormat } from '../../auth/formats/dkim-signature.ts'
import type { TagFamily } from '../tag-family.ts'
import type { SignatureSubject } from './signature-subject.ts'

/** The texts of the shared rules for DKIM-Signature fields. */
export const signatureTagFamily: TagFamily<SignatureSubject> = {
  code: 'signature',
  format: signatureFormat,
  listOf: ({ tags }) => tags,
  isSigned: true,
  rules: {
    'version-value': {
      severity: 'error',
      source: { rfc: 6376, section: '3.5' },
      why: 'There is one version of signatures, 1. (`DKIM1` is that of key records.) A verifier passes over any other.',
      bad: [
        lines(
          'DKIM-Signature: v=«DKIM1»; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; ' +
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
      ],
    },
    'tag-syntax': {
      severity: 'error',
      source: { rfc: 6376, section: '3.2' },
      why: 'A signature is a list of `name=value`, separated by semicolons. A verifier that meets anything else passes over the whole.',
      bad: [
        lines(
          'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; «hello»; ' +
            'h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=',
          'From: ann@a.example',
          'Subject: Hi',
          '',
          'Hi',
          '',
        ),
        lines(
          'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1;«;» ' +
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
          'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; ' +
            'h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=;',
          'From: ann@a.example',
          'Subject: Hi',
          '',
          'Hi',
          '',
        ),
      ],
    },
    'unknown-tag': {
      severity: 'info',
      source: { rfc: 6376, section: '3.5' },
      why: 'Verifiers ignore tags that they do not know. That is allowed, but it is often a slip of the pen; the names’ case matters.',
      bad: [
        lines(
          'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; «sel»=s1; ' +
            'h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=',
          'From: ann@a.example',
          'Subject: Hi',
          '',
          'Hi',
          '',
        ),
        lines(
          'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; «T»=1700000000;' +
            ' h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=',
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
          'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; z=From:x; ' +
            'h=From:Subject:From:Subject; bh=YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=; b=YWE=',
          'From: ann@a.example',
          'Subject: Hi',
          '',
          'Hi',
          '',
        ),
      ],
    },
    'duplicate-tag': {
      severity: 'error',
      source: { rfc: 6376, section: '3.2' },
      why: 'Each tag may stand once. With a second one no verifier knows which counts, so the signature is void.',
      bad: [
        lines(
          'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=a.example; s=s1; «d=b.example»; ' +
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
      ],
    },
  },
}
