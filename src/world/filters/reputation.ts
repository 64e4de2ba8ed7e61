import { countWithin, senderOf } from '../reputation/senders.ts'
import type { Filter } from './filter.ts'
import { scoreOf } from './score.ts'

const HOUR = 60 * 60_000

export const reputation: Filter<'reputation'> = {
  policy: 'reputation',
  about: 'What a client has earned here by volume, unknown users and complaints.',
  atMail({ net, host, asked }, { refuseBelow = 10, knownFrom = 70, newPerHour }) {
    const { address } = asked.peer
    const record = senderOf(net.stateOf(host.name).senders, address)
    const now = net.clock.now()
    const score = scoreOf(record, now)
    if (score < refuseBelow)
      return { action: 'refuse', subject: address, reason: `Its score is ${score} of 100.` }
    const sent = countWithin(record.accepted, now, HOUR)
    if (newPerHour !== undefined && score < knownFrom && sent >= newPerHour)
      return {
        ...{ action: 'defer', subject: address },
        reason: `It is new, with a score of ${score} of 100, and sent ${sent} messages in an hour.`,
      }
    return undefined
  },
  atEnd({ net, host, incoming }, { junkBelow = 40 }) {
    const { ip } = incoming.envelope
    const score = scoreOf(senderOf(net.stateOf(host.name).senders, ip), net.clock.now())
    return score < junkBelow
      ? { action: 'junk', subject: ip, reason: `The client’s score is ${score} of 100.` }
      : undefined
  },
}
