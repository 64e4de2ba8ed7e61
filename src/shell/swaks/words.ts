import type { Word } from '../language/tree.ts'

export type SwaksSwitch = 'tls' | 'tls-on-connect' | 'hide-send' | 'hide-receive' | 'hide-info'
export type SwaksValue =
  | 'to'
  | 'from'
  | 'server'
  | 'port'
  | 'helo'
  | 'user'
  | 'password'
  | 'auth'
  | 'header'
  | 'body'
  | 'data'
  | 'until'
  | 'attach'
  | 'attach-type'
  | 'attach-name'

export const SWITCHES: Readonly<Record<string, SwaksSwitch>> = {
  ...{
    '-tls': 'tls',
    '--tls': 'tls',
    '-tlsc': 'tls-on-connect',
    '--tls-on-connect': 'tls-on-connect',
  },
  ...{ '-hs': 'hide-send', '--hide-send': 'hide-send', '-hr': 'hide-receive' },
  ...{ '--hide-receive': 'hide-receive', '-hi': 'hide-info', '--hide-informational': 'hide-info' },
}

export const VALUES: Readonly<Record<string, SwaksValue>> = {
  ...{ '-t': 'to', '--to': 'to', '-f': 'from', '--from': 'from', '-s': 'server' },
  ...{ '--server': 'server', '-p': 'port', '--port': 'port', '-h': 'helo', '--helo': 'helo' },
  ...{ '--ehlo': 'helo', '-au': 'user', '--auth-user': 'user', '-ap': 'password' },
  ...{ '--auth-password': 'password', '-a': 'auth', '--auth': 'auth', '--header': 'header' },
  ...{ '--add-header': 'header', '--body': 'body', '-d': 'data', '--data': 'data' },
  ...{ '--attach': 'attach', '--attach-type': 'attach-type', '--attach-name': 'attach-name' },
  ...{ '-q': 'until', '--quit-after': 'until', '--quit': 'until' },
}

/** `--h-Subject: text` as `--header 'Subject: text'`. */
export function withHeaders(words: readonly Word[]): Word[] {
  const all: Word[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    const [, name] = /^--h-([!-9;-~]+):?$/.exec(word.text) ?? []
    const value = words[at + 1]
    if (name === undefined || !value) all.push(word)
    else {
      all.push({ ...word, text: '--header' }, { ...value, text: `${name}: ${value.text}` })
      at++
    }
  }
  return all
}
