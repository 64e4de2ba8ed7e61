import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { sealArc } from '../auth/arc/seal-message.ts'
import { writeResults } from '../auth/results-header.ts'
import { fromLatin1, latin1 } from '../core/bytes.ts'
import { runAsync } from '../core/effects.ts'
import { step } from '../core/trace.ts'
import { parseMessage } from '../message/parse.ts'
import { webCrypto } from '../platform/webcrypto.ts'
import { arcFamily } from './arc/family.ts'
import { resultsFamily } from './results/family.ts'

const NOW = Date.UTC(2026, 0, 1)

test('an Authentication-Results field that we write has no findings', () => {
  const judged = { reason: '', trace: step({ kind: 'x', text: '', outcome: 'note' }) }
  const text = writeResults({
    authservId: 'mx.example.org',
    spf: {
      ...{ ...judged, result: 'pass', identity: 'mailfrom', domain: 'a.example' },
      ...{ lookups: 0, voids: 0 },
    },
    dkim: { ...judged, result: 'none', signatures: [] },
    dmarc: {
      ...{ ...judged, result: 'fail', disposition: 'reject', authorDomain: 'a.example' },
      ...{ alignment: { dkim: [] }, mode: '9989' },
    },
  })
  expect(text).toContain('spf=pass')
  expect(resultsFamily.lint(text)).toEqual([])
})

async function seal(text: string, domain: string, chainStatus: 'none' | 'pass'): Promise<string> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const options = {
    ...({
      domain,
      selector: 's1',
      algorithm: 'ed25519-sha256',
      authservId: `mx.${domain}`,
    } as const),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    ...{ authenticationResults: 'spf=pass smtp.mailfrom=a.example', chainStatus, now: NOW },
  }
  const sealed = await runAsync(sealArc(latin1(text), options), (question) =>
    question.ask === 'dns' ? { status: 'nxdomain', records: [] } : webCrypto.answer(question),
  )
  if (!sealed.ok) throw new Error(sealed.reason)
  return fromLatin1(sealed.bytes)
}

test('ARC sets that we seal have no findings but remarks', async () => {
  const message = 'From: Ann <ann@a.example>\r\nSubject: Hello\r\nDate: today\r\n\r\nHi all.\r\n'
  const twice = await seal(await seal(message, 'list.example', 'none'), 'forward.example', 'pass')
  expect(twice.match(/^ARC-Seal:/gm)).toHaveLength(2)
  const found = arcFamily.lint(parseMessage(latin1(twice)))
  expect(found.filter(({ severity }) => severity !== 'info')).toEqual([])
})
