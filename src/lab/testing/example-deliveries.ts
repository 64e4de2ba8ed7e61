import type { Crypto } from '../../core/effects.ts'
import type { MailReport } from '../../lessons/evidence.ts'
import { createWorld } from '../../world/create.ts'
import { sandboxWorld } from '../../world/sandbox.ts'

/**
 * Two mails of the sandbox, a good one and a forgery, where the domain only asks for quarantine: what
 * happened, and a report on each.
 */
export async function exampleDeliveries(crypto: Crypto) {
  const zones = sandboxWorld.zones.map((zone) => ({
    ...zone,
    text: zone.text.replace('p=reject', 'p=quarantine'),
  }))
  const world = createWorld({ ...sandboxWorld, zones }, { crypto })
  const mails = sandboxWorld.mails.filter(({ id }) => id === 'letter' || id === 'forgery')
  const reports: MailReport[] = []
  for (const mail of mails) reports.push({ mail, journey: await world.send(mail) })
  return { mails, reports, events: world.events }
}
