import { expect, test } from 'vitest'
import type { SignatureVerdict } from '../../auth/dkim/verdict.ts'
import type { JourneyEnd } from '../../world/journey.ts'
import { evidence, journey, message, results } from '../testing/evidence.ts'
import { judge } from './index.ts'

const found = (given: Partial<SignatureVerdict>): SignatureVerdict =>
  ({
    ...{ domain: 'example.org', selector: 'june', result: 'pass', algorithm: 'rsa-sha256' },
    ...{ bodyHash: 'match', headerSignature: 'holds', reason: 'It holds' },
    ...given,
  }) as SignatureVerdict

const { message: arrived } = message('Subject: Hello\n\n')

function stand(params: object, ...signatures: SignatureVerdict[]) {
  const checked = results('pass', 'pass', 'pass')
  const end: JourneyEnd = {
    ...{ kind: 'inbox', mailbox: 'bob@example.net' },
    message: {
      ...{ ...arrived.delivery!, bytes: arrived.bytes },
      authentication: { ...checked, dkim: { ...checked.dkim, signatures } },
    },
  }
  const whole = { kind: 'signature', mail: 'letter', domain: 'example.org', ...params }
  return judge(whole as never, evidence({ journeys: [journey(end)] }))
}

const other = found({ domain: 'mailout.test' })
const broken = found({ result: 'fail', bodyHash: 'differs', reason: 'The body was changed' })

test.each([
  [{}, [other, found({})]],
  [{ domain: 'Mailout.test', result: 'pass' }, [other, broken]],
  [{ body: 'differs', header: 'fits' }, [other, broken]],
  [{ selector: 'june', algorithm: 'rsa-sha256' }, [found({})]],
  [{ body: 'differs' }, [found({ bodyHash: 'too-short' })]],
] as const)('%o is met', (params, signatures) =>
  expect(stand(params, ...signatures)).toEqual({ met: true }),
)

test.each([
  [{}, [other], 'Alice’s message: It carries no signature of `example.org`.'],
  [{ result: 'pass' }, [other, broken], 'Alice’s message: The body was changed.'],
  [{ selector: 'july' }, [broken], 'Alice’s message: It carries no signature of `example.org`.'],
  [{ body: 'fits' }, [found({ bodyHash: 'not-checked' })], 'Alice’s message: It holds.'],
  [{ mail: 'no' }, [broken], 'No mail here is called `no`.'],
] as const)('%o: %s', (params, signatures, reason) =>
  expect(stand(params, ...signatures)).toEqual({ met: false, reason }),
)
