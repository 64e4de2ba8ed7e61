import { describe, expect, test } from 'vitest'
import { signDkim } from '../../../auth/dkim/sign.ts'
import { verifyDkim } from '../../../auth/dkim/verify.ts'
import { runAsync, type Question } from '../../../core/effects.ts'
import { fromLatin1, latin1 } from '../../../core/bytes.ts'
import { parseMessage } from '../../../message/parse.ts'
import { webCrypto } from '../../../platform/webcrypto.ts'
import { dkimStages, type DkimStage } from './dkim-stages.ts'

// The key pair of RFC 8463 §A.1.
const privateKey = 'MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g'
const key = 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='
const now = Date.UTC(2026, 0, 1)
const message = 'From: ann@a.example\r\nSubject: Hello\r\nX-Note: one\r\n\r\nHi\r\n'

const answers = (text: string | undefined) => (question: Question) =>
  question.ask !== 'dns'
    ? webCrypto.answer(question)
    : text === undefined
      ? { status: 'nxdomain' as const, records: [] }
      : {
          status: 'ok' as const,
          records: [{ name: question.name, ttl: 1, type: 'TXT' as const, strings: [text] }],
        }

async function signed(): Promise<string> {
  const options = { domain: 'a.example', selector: 's', algorithm: 'ed25519-sha256' as const }
  const made = await runAsync(
    signDkim(latin1(message), { ...options, privateKey, now }),
    answers(undefined),
  )
  if (!made.ok) throw new Error(made.reason)
  return fromLatin1(made.bytes)
}

async function stagesOf(text: string, record: string | undefined = key): Promise<DkimStage[]> {
  const { signatures } = await runAsync(
    verifyDkim(parseMessage(latin1(text)), { now }),
    answers(record),
  )
  return dkimStages(signatures[0]!)
}

const statuses = (stages: readonly DkimStage[]) =>
  stages.map(({ title, status }) => `${title}: ${status}`)

describe('the stages of a signature', () => {
  test('all hold where nothing was changed', async () =>
    expect(statuses(await stagesOf(await signed()))).toEqual([
      'Signature field: holds',
      'Key question: holds',
      'Body hash: holds',
      'Header signature: holds',
    ]))

  test('distinguish a changed body from a changed header', async () => {
    const text = await signed()
    expect(statuses(await stagesOf(text.replace('\r\n\r\nHi', '\r\n\r\nHo'))).slice(2)).toEqual([
      'Body hash: fails',
      'Header signature: holds',
    ])
    expect(statuses(await stagesOf(text.replace('Hello', 'Hullo'))).slice(2)).toEqual([
      'Body hash: holds',
      'Header signature: fails',
    ])
  })

  test('show both hashes', async () => {
    const text = (await signed()).replace('\r\n\r\nHi', '\r\n\r\nHo')
    const facts = (await stagesOf(text))[2]?.facts ?? []
    const value = (name: string) => facts.find((one) => one.name === name)?.value
    expect(value('signed, bh=')).toMatch(/^[\w+/]{43}=$/)
    expect(value('computed')).toMatch(/^[\w+/]{43}=$/)
    expect(value('computed')).not.toBe(value('signed, bh='))
  })

  test('end where there is no key', async () => {
    const verdict = await runAsync(
      verifyDkim(parseMessage(latin1(await signed())), { now }),
      answers(undefined),
    )
    expect(statuses(dkimStages(verdict.signatures[0]!)).slice(1)).toEqual([
      'Key question: fails',
      'Body hash: holds',
      'Header signature: skipped',
    ])
  })

  test('end at a field that cannot be read', async () => {
    const text = (await signed()).replace(/ d=[^;]*;/, '')
    expect(statuses(await stagesOf(text))).toEqual([
      'Signature field: fails',
      'Key question: skipped',
      'Body hash: skipped',
      'Header signature: skipped',
    ])
  })

  test('show which fields are signed, kept free, and open to all', async () => {
    const fields = (await stagesOf(`Received: from there\r\n${await signed()}`))[3]?.fields
    expect(fields?.signed).toEqual(expect.arrayContaining(['From', 'Subject']))
    expect(fields?.reserved).toContain('From')
    expect(fields?.open).toEqual(expect.arrayContaining(['Received', 'X-Note']))
    expect(fields?.signed.filter((name) => name === 'From')).toHaveLength(1)
  })
})
