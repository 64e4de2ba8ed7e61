import { listStateOf } from '../host-state.ts'
import type { MailingListSpec } from '../spec.ts'
import { decideList, type ListContext } from './decide.ts'

/** Takes a member off a list, who asked for it by mail or by one click. */
export function leaveList(context: ListContext, list: MailingListSpec, member: string): void {
  const { net, host } = context
  listStateOf(net.stateOf(host.name), list.address).gone.add(member.toLowerCase())
  decideList(context, 'accepted', member, `It leaves ${list.address}.`)
}
