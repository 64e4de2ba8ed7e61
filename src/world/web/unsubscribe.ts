import { ONE_CLICK } from '../../message/list-unsubscribe.ts'
import type { Internet } from '../internet.ts'
import { leaveList } from '../lists/leave.ts'
import { membersOf } from '../lists/post.ts'
import { suppress } from '../sending/suppress.ts'
import type { HostSpec } from '../spec.ts'
import { plain, type WebAnswer, type WebRequest } from './answer.ts'

/**
 * One click to leave (RFC 8058 §3.2): only a POST with the one pair counts, as programs fetch links by
 * themselves (§1). Who leaves stands in the query as `m`: a POST has no other way to say it (§3.1).
 * @param address Of the list; without it, the host sends nothing more to who leaves.
 */
export function unsubscribe(
  net: Internet,
  host: HostSpec,
  address: string | undefined,
  { method, query, body }: WebRequest,
): WebAnswer {
  const member = memberIn(query)
  if (!/^[^@\s<>]+@[^@\s<>]+$/.test(member)) return plain(400, 'The link does not say who leaves.')
  if (method === 'GET') return plain(200, `Does ${member} want to leave? Confirm it with a click.`)
  if (!isOneClick(body)) return plain(400, `The body is not ${ONE_CLICK}.`)
  if (address === undefined) {
    suppress({ net, host, queueId: '' }, member, 'Its reader left by one click')
    return plain(200, `${member} gets no more mail from here.`)
  }
  const keeper = net.spec.hosts.find(({ lists = [] }) => lists.some((one) => isAt(one, address)))
  const list = keeper?.lists?.find((one) => isAt(one, address))
  if (!keeper || !list) return plain(404, `There is no list ${address}.`)
  // A second click changes nothing.
  if (membersOf(net, keeper, list).some((one) => one.toLowerCase() === member.toLowerCase()))
    leaveList({ net, host: keeper, queueId: '' }, list, member)
  return plain(200, `${member} is not on ${address} any more.`)
}

/** The address in `m=`; empty where there is none that can be read. */
function memberIn(query: string): string {
  const pair = query
    .slice(1)
    .split('&')
    .find((one) => one.startsWith('m='))
  try {
    return decodeURIComponent(pair?.slice(2) ?? '')
  } catch {
    return ''
  }
}

const isAt = ({ address }: { readonly address: string }, wanted: string): boolean =>
  address.toLowerCase() === wanted.toLowerCase()

const FORM_DATA = /name="List-Unsubscribe"\r?\n(?:[^\r\n]+\r?\n)*\r?\nOne-Click\r?\n/

/** In either form in which browsers post (RFC 8058 §3.2). */
const isOneClick = (body: string): boolean =>
  body.split('&').includes(ONE_CLICK) || FORM_DATA.test(body)
