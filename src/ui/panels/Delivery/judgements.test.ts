import { expect, test } from 'vitest'
import { exampleDeliveries } from '../../../lab/testing/example-deliveries.ts'
import { webCrypto } from '../../../platform/webcrypto.ts'
import { checkOf, judgementsOf, sourceOf } from './judgements.ts'
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
  const verdicts = diagram.rows.filter(({ verdict }) => verdict)
  expect(verdicts.map((row) => JSON.stringify(sourceOf(row)))).toEqual([
    expect.stringContaining('7208'),
    expect.stringContaining('7208'),
    expect.stringContaining('6376'),
    expect.stringContaining('9989'),
  ])
})
