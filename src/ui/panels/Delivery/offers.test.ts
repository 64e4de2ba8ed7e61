import { beforeAll, expect, test } from 'vitest'
import type { MailReport } from '../../../lab/types.ts'
import { exampleDeliveries } from '../../../lab/testing/example-deliveries.ts'
import { messageStories } from '../../../lab/views/delivery-stories.ts'
import { webCrypto } from '../../../platform/webcrypto.ts'
import { isForgedInJunk, selectedOffer, sentOffers, triedOffers } from './offers.ts'

let deliveries: Awaited<ReturnType<typeof exampleDeliveries>>
let reports: readonly MailReport[]

beforeAll(async () => {
  deliveries = await exampleDeliveries(webCrypto)
  reports = deliveries.reports
})

test('what was sent and what was tried, each with its title and its end', () => {
  const { events, mails } = deliveries
  const offers = [...sentOffers(messageStories(events), mails), ...triedOffers(reports)]
  expect(
    offers.map(({ key, title, end }) => `${key.replace(/@.*/, '')} ${title}: ${end.word}`),
  ).toEqual([
    'qletter Alice’s message to Bob: Inbox',
    'qforgery Somebody writes as Alice: Junk',
    'mail:letter Alice’s message to Bob: Inbox',
    'mail:forgery Somebody writes as Alice: Junk',
  ])
  expect(offers.filter(isForgedInJunk).map(({ key }) => key.replace(/@.*/, ''))).toEqual([
    'qforgery',
    'mail:forgery',
  ])
})

test('a selection names a mail that was tried, or a message that lies in a mailbox', () => {
  const { events, mails } = deliveries
  const offers = [...sentOffers(messageStories(events), mails), ...triedOffers(reports)]
  const stored = events.find((event) => event.type === 'delivered')
  const id = stored?.type === 'delivered' ? stored.message.id : ''
  const message = { kind: 'message', mailbox: 'bob@example.net', id } as const
  expect(selectedOffer(offers, { kind: 'mail', id: 'forgery' })?.key).toBe('mail:forgery')
  expect(selectedOffer(offers, message)?.key).toMatch(/^qletter@/)
  expect(selectedOffer(offers, { ...message, id: 'none' })).toBeUndefined()
  expect(selectedOffer(offers, undefined)).toBeUndefined()
  const opened = events.find((event) => event.type === 'opened')
  const connection = opened?.type === 'opened' ? opened.connection : 0
  expect(selectedOffer(offers, { kind: 'connection', connection })?.source).toBe('sent')
  expect(selectedOffer(offers, { kind: 'connection', connection: 99 })).toBeUndefined()
})
