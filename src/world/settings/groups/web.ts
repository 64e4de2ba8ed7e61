import type { EndpointSpec, HostSpec, WebFileSpec } from '../../spec.ts'
import { exactText, linesOf } from '../list-types.ts'
import { defineGroup, setting } from '../setting.ts'
import { wordOf } from '../word-types.ts'
import { mainRows, parameterRows, type Rows } from './rows.ts'

const PATH = /^\/[^\s?#]*$/

const files: Rows<WebFileSpec> = {
  ...{ name: 'web_files', example: '/.well-known/mta-sts.txt' },
  keyType: wordOf('a path that begins with `/`, without a query', PATH),
  isFor: ({ https }) => https !== undefined,
  all: ({ https }) => https?.files,
  with(host, all): HostSpec {
    const { files: _, ...others } = host.https ?? {}
    return { ...host, https: all.length ? { ...others, files: [...all] } : others }
  },
  keyOf: ({ path }) => path,
}

const SYNTAX =
  '`/leave unsubscribe club@example.org`, `/leave unsubscribe`, `/hook collect`, `/old redirect https://example.org/new` or `/down answer 503 Later`, one a line'

const endpoints = linesOf<EndpointSpec>(
  SYNTAX,
  ({ text }) => {
    const [, path = '', does = '', rest = ''] = /^(\S+)\s+(\S+)\s*(.*)$/.exec(text) ?? []
    if (!PATH.test(path)) return 'Begin with a path, as `/leave`.'
    return endpointOf(path, does, rest) ?? `Write ${SYNTAX}.`
  },
  (one) => {
    switch (one.does) {
      case 'unsubscribe':
        return `${one.path} unsubscribe${one.list === undefined ? '' : ` ${one.list}`}`
      case 'collect':
        return `${one.path} collect`
      case 'redirect':
        return `${one.path} redirect ${one.to}`
      case 'answer':
        return `${one.path} answer ${one.status}${one.text === undefined ? '' : ` ${exactText.print(one.text).join('')}`}`
    }
  },
)

function endpointOf(path: string, does: string, rest: string): EndpointSpec | undefined {
  if (does === 'collect') return rest === '' ? { path, does } : undefined
  if (does === 'redirect') return /^\S+$/.test(rest) ? { path, does, to: rest } : undefined
  if (does === 'unsubscribe' && rest === '') return { path, does }
  if (does === 'unsubscribe')
    return /^[^@\s<>]+@[^@\s<>]+$/.test(rest) ? { path, does, list: rest } : undefined
  const [, digits, text = ''] = /^([1-5]\d\d)(?:\s+(.*))?$/.exec(rest) ?? []
  if (does !== 'answer' || digits === undefined) return undefined
  const status = Number(digits)
  return text === '' ? { path, does, status } : { path, does, status, text: exactText.parse(text) }
}

/** What it serves on port 443. */
export const web = defineGroup({
  title: 'What it serves by HTTPS',
  staysUnwritten: true,
  settings: [
    mainRows(files, {
      about: 'Its files: a policy of MTA-STS, a logo. `\\n` ends a line of a file.',
      ...{ item: exactText, example: 'version: STSv1\\nmode: testing\\n' },
      source: { rfc: 8461, section: '3.2' },
      data: ({ text }) => text,
      make: (path, text, before) => ({ ...before, path, text }),
    }),
    parameterRows(files, 'web_types', 'type', {
      about: 'Their types, where they are no plain text.',
      ...{ item: wordOf('a type, as `image/svg+xml`', /^[\w.+-]+\/[\w.+-]+$/) },
      example: 'image/svg+xml',
    }),
    setting<readonly EndpointSpec[]>({
      ...{ name: 'web_endpoints', at: 'https.endpoints', default: [], type: endpoints },
      about: 'What it does at other paths.',
      source: { rfc: 8058, section: '3.2' },
      isFor: files.isFor,
      set(host, data = []) {
        const { endpoints: _, ...others } = host.https ?? {}
        return { ...host, https: data.length ? { ...others, endpoints: data } : others }
      },
    }),
  ],
})
