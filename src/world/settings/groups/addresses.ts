import type { AliasSpec, ChangeSpec, FeedbackLoopSpec } from '../../spec.ts'
import { defineGroup, setting } from '../setting.ts'
import { escaped, linesOf, listOf, tableOf, type TableRow } from '../list-types.ts'
import { wordType } from '../value-type.ts'
import { address, choice, domainName, network, wordOf, yesNo } from '../word-types.ts'

const aliasAddress = wordOf(
  'an address, or `*@` and a domain for all others',
  /^(?:\*|[^@\s<>*]+)@[^@\s<>]+$/,
)

const changes = linesOf<ChangeSpec>(
  '`tag [Club]`, `footer A text` or `trim`, one a line',
  ({ text }) => {
    const [, kind = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(text) ?? []
    if (kind === 'trim' && rest === '') return { kind }
    if ((kind === 'tag' || kind === 'footer') && rest !== '')
      return { kind, text: rest.replace(/\\([n\\])/g, (_, sign) => (sign === 'n' ? '\n' : '\\')) }
    return 'Write `tag` or `footer` with a text behind it, or `trim`.'
  },
  (change) => (change.kind === 'trim' ? 'trim' : `${change.kind} ${escaped(change.text)}`),
)

const isNetwork = (key: string): boolean => /^[\d.]+(\/\d+)?$|:/.test(key)

const loopKey = wordType<string>({
  syntax: 'a domain or a network',
  printWord: (data) => data,
  readWord: (word, report) => (isNetwork(word.text) ? network : domainName).readWord(word, report),
})

const ofSmtp = (host: { readonly smtp?: unknown }): boolean => host.smtp !== undefined

/** What addresses stand for, and how it sends on what they lead elsewhere. */
export const addresses = defineGroup({
  title: 'Aliases and forwarding',
  settings: [
    setting<readonly TableRow<string, readonly string[]>[]>({
      ...{ name: 'aliases', default: [], isFor: ofSmtp },
      about: 'Other names of addresses, here or elsewhere.',
      type: tableOf(
        '`sales@example.org: alice@example.org, bob@example.net`',
        aliasAddress,
        listOf(address, 1),
      ),
      source: { rfc: 5321, section: '3.9.1' },
      get: ({ aliases }) => aliases?.map(({ address: key, to }) => ({ key, data: to })),
      set(host, rows = []) {
        const { aliases: _, ...others } = host
        const aliases = rows.map(({ key, data }): AliasSpec => ({ address: key, to: data }))
        return aliases.length ? { ...others, aliases } : others
      },
    }),
    setting<string>({
      ...{ name: 'forwarding_sender', at: 'forwarding.sender', default: 'unchanged' },
      about: 'The reverse-path of what it sends on.',
      type: choice({
        unchanged: 'The sender’s own: SPF will fail at the next host.',
        srs: 'An address of the alias’s domain, which leads bounces back.',
      }),
      isFor: ofSmtp,
      source: { rfc: 5321, section: '3.9.1' },
    }),
    setting<string>({
      ...{ name: 'forwarding_secret', at: 'forwarding.secret', unset: 'one of its own' },
      about: 'The secret of the hash in such an address.',
      type: wordOf('a secret, in one word'),
      isFor: ofSmtp,
    }),
    setting<boolean>({
      ...{ name: 'forwarding_seal', at: 'forwarding.seal', default: false, type: yesNo },
      about: 'Whether it states what it found in what it sends on, and seals that.',
      isFor: ofSmtp,
      source: { rfc: 8617, section: '5.1' },
    }),
    setting<readonly ChangeSpec[]>({
      ...{ name: 'forwarding_changes', at: 'forwarding.changes', default: [], type: changes },
      about: 'What it changes in what it sends on.',
      isFor: ofSmtp,
    }),
    setting<string>({
      ...{ name: 'forwarding_junk', at: 'forwarding.junk', default: 'forwarded' },
      about: 'What becomes of a message that it would put into the spam folder.',
      type: choice({ forwarded: 'It is sent on.', refused: 'It is refused.' }),
      isFor: ofSmtp,
    }),
    setting<readonly ChangeSpec[]>({
      ...{
        name: 'change_before_check',
        at: 'smtp.gateway.beforeCheck',
        default: [],
        type: changes,
      },
      about: 'What it changes in every message before it checks signatures.',
    }),
    setting<readonly ChangeSpec[]>({
      ...{ name: 'change_after_check', at: 'smtp.gateway.afterCheck', default: [], type: changes },
      about: 'What it changes in every message after that.',
    }),
    setting<readonly TableRow<string, string>[]>({
      ...{ name: 'feedback_loops', default: [], isFor: ofSmtp },
      about:
        'Where complaints of its readers go, by the domain that signed or the network that sent.',
      type: tableOf('`example.org: abuse@example.org`', loopKey, address),
      source: { rfc: 5965, section: '2' },
      get: ({ feedbackLoops }) =>
        feedbackLoops?.map(({ domain, network, to }) => ({
          key: domain ?? network ?? '',
          data: to,
        })),
      set(host, rows = []) {
        const { feedbackLoops: _, ...others } = host
        const feedbackLoops = rows.map(({ key, data }): FeedbackLoopSpec => ({
          ...(isNetwork(key) ? { network: key } : { domain: key }),
          to: data,
        }))
        return feedbackLoops.length ? { ...others, feedbackLoops } : others
      },
    }),
  ],
})
