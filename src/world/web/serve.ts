import type { Internet } from '../internet.ts'
import type { EndpointSpec, HostSpec } from '../spec.ts'
import { plain, type WebAnswer, type WebRequest } from './answer.ts'
import { unsubscribe } from './unsubscribe.ts'

/** What a host answers: a file, what an endpoint does, or 404. */
export function serveHttps(net: Internet, host: HostSpec, request: WebRequest): WebAnswer {
  const { files = [], endpoints = [] } = host.https ?? {}
  const endpoint = endpoints.find(({ path }) => path === request.path)
  if (endpoint) return act(net, host, endpoint, request)
  const file = files.find(({ path }) => path === request.path)
  const text = net.stateOf(host.name).files.get(request.path) ?? file?.text
  if (text === undefined) return plain(404, 'There is nothing here.')
  if (request.method !== 'GET') return plain(405, 'A file can only be fetched.')
  return { status: 200, type: file?.type ?? 'text/plain', text }
}

function act(
  net: Internet,
  host: HostSpec,
  endpoint: EndpointSpec,
  request: WebRequest,
): WebAnswer {
  switch (endpoint.does) {
    case 'unsubscribe':
      return unsubscribe(net, host, endpoint.list, request)
    case 'collect':
      return request.method === 'POST' ? plain(201, 'Taken.') : plain(405, 'Post it here.')
    case 'redirect':
      return { ...plain(302, `It is at ${endpoint.to}.`), location: endpoint.to }
    case 'answer':
      return { ...plain(endpoint.status, ''), text: endpoint.text ?? '' }
  }
}
