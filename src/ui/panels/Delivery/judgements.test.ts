import { expect, test } from 'vitest'
import { exampleDeliveries } from '../../../lab/testing/example-deliveries.ts'
import { webCrypto } from '../../../platform/webcrypto.ts'
import { checkOf, judgementsOf } from './judgements.ts'
import { drawOffer, triedOffers } from './offers.ts'

test('each host that judged stands once, and each verdict names its check', async () => {
  const { reports } = await exampleDeliveries(webCrypto)
  const diagram = drawOffer(triedOffers(reports)[0]!, undefined)
  const judgements = judgementsOf(diagram)
  expect(judgements.map(({ judge }) => judge)).toEqual(['mx.example.net'])
  const checks = diagram.rows.flatMap((row) => checkOf(row) ?? [])
  expect(checks.map(({ name }) => name)).toEqual(['SPF', 'HELO', 'DKIM', 'DMARC'])
  expect(
    checks.every(({ authentication }) => authentication === judgements[0]!.authentication),
  ).toBe(true)
})
