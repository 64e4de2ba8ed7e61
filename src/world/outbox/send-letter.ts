import { domainOf } from '../../core/domain.ts'
import type { Internet } from '../internet.ts'
import type { Letter } from './letter.ts'
import type { Waiting } from './outbox.ts'
import { settle } from './settle.ts'
import { transmit } from './transmit.ts'

/** Brings a letter to its addressees, and settles what comes of it. */
export async function sendLetter(net: Internet, letter: Letter): Promise<void> {
  const results = await transmit(net, letter, letter.to)
  await settle(net, { letter, results, tries: 0, delay: 'untold' })
}

/** Tries again what is due by now. */
export const retryDue = (net: Internet): Promise<void> =>
  retry(net, ({ nextTry }) => nextTry <= net.clock.now())

/** Tries again at once what a host keeps for a domain: somebody asked for it (RFC 1985 §5). */
export const retryFor = (net: Internet, host: string, domain: string): Promise<void> =>
  retry(
    net,
    ({ letter, left }) =>
      letter.host.name === host &&
      left.some(({ addressee }) => domainOf(addressee.address) === domain),
  )

async function retry(net: Internet, wanted: (waiting: Waiting) => boolean): Promise<void> {
  for (const { letter, left, tries, delay } of net.outbox.take(wanted)) {
    const results = await transmit(
      net,
      letter,
      left.map(({ addressee }) => addressee),
    )
    await settle(net, { letter, results, tries, delay })
  }
}
