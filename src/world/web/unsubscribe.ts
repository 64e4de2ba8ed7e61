import { ONE_CLICK } from '../../message/list-unsubscribe.ts'
import type { Internet } from '../internet.ts'
import { decideList } from '../lists/decide.ts'
import { leaveList } from '../lists/leave.ts'
import { leaveToken } from '../lists/leave-token.ts'
import { membersOf } from '../lists/post.ts'
import { suppress } from '../sending/suppress.ts'
import type { HostSpec } from '../spec.ts'
import { plain, type WebAnswer, type WebRequest } from './answer.ts'

/**
 * One click to leave (RFC 8058 §3.2): only a POST with the one pair counts, as programs fetch links by
 * themselves (§1). Who leaves stands in the query as `m`: a POST has no other way to say it (§3.1). Beside it stands `t`,
 * which only the list can write.
 * @param address Of the list; without it, the host sends nothing more to who leaves.
 */
export function unsubscribe(
  net: Internet,
  host: HostSpec,
  address: string | undefined,
  { method, query, body }: WebRequest,
): WebAnswer {
  const member = valueIn(query, 'm')
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
  const context = { net, host: keeper, queueId: '' }
  if (valueIn(query, 't') !== leaveToken(net, keeper, list, member)) {
    const reason = `The link to leave ${list.address} is none that the list wrote.`
    decideList(context, 'refused', member, reason, { rfc: 8058, section: '3.1' })
    return plain(403, 'This link was not written by the list: nothing changes.')
  }
  // A second click changes nothing.
  if (membersOf(net, keeper, list).some((one) => one.toLowerCase() === member.toLowerCase()))
    leaveList(context, list, member)
  return plain(200, `${member} is not on ${address} any more.`)
}

/** The value of a name; empty where there is none that can be read. */
function valueIn(query: string, name: string): string {
  const pair = query
    .slice(1)
    .split('&')
    .find((one) => one.startsWith(`${name}=`))
  try {
    return decodeURIComponent(pair?.slice(name.length + 1) ?? '')
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
