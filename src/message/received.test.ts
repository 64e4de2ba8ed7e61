import { expect, test } from 'vitest'
import { composeReceived } from './received.ts'

const hop = { helo: 'mx.a.example', by: 'mx.b.example', protocol: 'ESMTP', id: '1', at: 0 }

test.each([
  [
    { ...hop, ip: '192.0.2.1' },
    'from mx.a.example ([192.0.2.1]) by mx.b.example with ESMTP id 1; Thu, 01 Jan 1970 00:00:00 +0000',
  ],
  [
    { ...hop, ip: '2001:db8::1', recipient: 'x@b.example' },
    'from mx.a.example ([IPv6:2001:db8::1]) by mx.b.example with ESMTP id 1 for <x@b.example>; Thu, 01 Jan 1970 00:00:00 +0000',
  ],
])('%o', (given, written) => expect(composeReceived(given)).toBe(written))
