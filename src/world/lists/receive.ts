import type { QueuedRecipient } from '../outbox/queued-message.ts'
import type { Reported } from '../outbox/report.ts'
import type { Accepted } from '../receiving/accepted.ts'
import { deliver } from '../deliver.ts'
import { domainOf } from '../../core/domain.ts'
import { noteBounce } from './bounces.ts'
import { contextOf } from './decide.ts'
import { leaveList } from './leave.ts'
import type { ListAddress } from './list-address.ts'
import { postToList } from './post.ts'

/** A message to one of the addresses of a list. @returns What is to be reported to its sender. */
export async function receiveForList(
  accepted: Accepted,
  recipient: QueuedRecipient,
  address: ListAddress,
): Promise<readonly Reported[]> {
  const { list } = address
  switch (address.purpose) {
    case 'post':
      return postToList(accepted, recipient, list)
    case 'bounces':
      noteBounce(contextOf(accepted), list, address.member, accepted.incoming.message)
      return []
    case 'leave':
      leaveList(contextOf(accepted), list, address.member)
      return []
    case 'owner': {
      const { net, receiver, stored } = accepted
      const { connection, service } = receiver
      const owner = `postmaster@${domainOf(list.address)}`
      deliver(net, { domains: service.domains, address: owner, message: stored, connection })
      return []
    }
  }
}
