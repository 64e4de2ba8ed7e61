import { expect, test } from 'vitest'
import { fromUtf8 } from '../core/bytes.ts'
import { withTraceFields } from './trace-fields.ts'

const receipt = {
  envelope: { from: 'ann@example.org', to: [], helo: 'mail.example.org', ip: '2001:db8::25' },
  ...{ by: 'mx.example.net', protocol: 'ESMTPS', id: '7F', at: Date.UTC(2026, 5, 1, 8) },
}

test('the trace of a message stands on top, folded', () =>
  expect(
    fromUtf8(
      withTraceFields(
        new Uint8Array(),
        {
          ...receipt,
          authenticationResults:
            'mx.example.net; spf=pass smtp.mailfrom="a; b"@example.org; dkim=fail (no key; none)',
        },
        'final',
      ),
    ).split('\r\n'),
  ).toEqual([
    'Return-Path: <ann@example.org>',
    'Authentication-Results: mx.example.net;',
    '\tspf=pass smtp.mailfrom="a; b"@example.org;',
    '\tdkim=fail (no key; none)',
    'Received: from mail.example.org ([IPv6:2001:db8::25])',
    '\tby mx.example.net with ESMTPS id 7F;',
    '\tMon, 01 Jun 2026 08:00:00 +0000',
    '',
  ]))

test('a host on the way states only where the message came from', () =>
  expect(fromUtf8(withTraceFields(new Uint8Array(), receipt, 'relay'))).toMatch(/^Received: /))

test('a host writes the time of its own zone', () =>
  expect(
    fromUtf8(withTraceFields(new Uint8Array(), { ...receipt, zone: '-0500' }, 'relay')),
  ).toContain('Mon, 01 Jun 2026 03:00:00 -0500'))
