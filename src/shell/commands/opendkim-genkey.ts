import { utf8 } from '../../core/bytes.ts'
import { normalizeName } from '../../core/domain.ts'
import type { Command, CommandContext } from '../command.ts'
import { pathOf } from '../files/place.ts'
import { readFlags } from '../flags.ts'
import { workingProgram } from '../job/working-program.ts'
import { pointAt } from '../point-at.ts'
import { showText } from '../show-text.ts'

type Switch = 'testing' | 'subdomains' | 'append' | 'verbose' | 'restrict'
type Value = 'domain' | 'selector' | 'bits' | 'folder'

const SWITCHES: Readonly<Record<string, Switch>> = {
  ...{ '-t': 'testing', '--testmode': 'testing', '-a': 'append', '--append-domain': 'append' },
  ...{ '-S': 'subdomains', '--nosubdomains': 'subdomains', '-v': 'verbose', '-r': 'restrict' },
}

const VALUES: Readonly<Record<string, Value>> = {
  ...{ '-d': 'domain', '--domain': 'domain', '-s': 'selector', '--selector': 'selector' },
  ...{ '-b': 'bits', '--bits': 'bits', '-D': 'folder', '--directory': 'folder' },
}

export const opendkimGenkey: Command = {
  name: 'opendkim-genkey',
  summary: 'make a DKIM key, and the record to publish it with',
  completes: ['hosts'],
  page: {
    synopsis: ['opendkim-genkey [-d domain] [-s selector] [-t] [-S] [-a] [-D folder]'],
    description: [
      'Writes two files: `selector.private`, the key to sign with, and `selector.txt`, the record that belongs into the zone.',
      'The keys of this world are ready-made and everybody has them: the same selector and domain give the same key. They protect nothing; make others for mail on the real Internet.',
    ],
    options: [
      ['-d domain', 'the domain that signs; `example.com` by default'],
      ['-s selector', 'the name of the key; `default` by default'],
      ['-t', 'testing: `t=y` in the record'],
      ['-S', 'no subdomains: `t=s`'],
      ['-a', 'with the domain in the name of the record'],
      ['-D folder', 'where the files go'],
    ],
    examples: [['opendkim-genkey -d example.org -s june', 'writes june.private and june.txt']],
    seeAlso: ['opendkim-testkey', 'helo-world', 'openssl'],
  },
  run(words, context) {
    const known = { switches: SWITCHES, values: VALUES }
    const given = readFlags<Switch, Value>('opendkim-genkey', words, known, context)
    if (!given) return undefined
    const { values, on } = given
    const [stray] = given.words
    const bits = values.get('bits')
    const wrong = stray ?? (bits && bits.text !== '2048' ? bits : undefined)
    if (wrong) {
      const advice = stray ? 'The domain stands behind `-d`.' : 'The keys here have 2048 bits.'
      return void context.complain(pointAt(context.line, wrong.span, advice))
    }
    const flags = [...(on.has('testing') ? ['y'] : []), ...(on.has('subdomains') ? ['s'] : [])]
    const wish: Wish = {
      selector: values.get('selector')?.text ?? 'default',
      domain: normalizeName(values.get('domain')?.text ?? 'example.com'),
      owner: on.has('append') ? 'whole' : 'relative',
      tags: flags.length ? ` t=${flags.join(':')};` : '',
      folder: values.get('folder')?.text ?? '.',
    }
    return workingProgram('opendkim-genkey', context, async () => {
      const { pickKey, pemOf } = await context.fetchPiece(() => import('../keys/pick.ts'))
      const { privateKey, publicKey } = pickKey(`${wish.selector}.${wish.domain}`, context)
      save(`${wish.selector}.private`, pemOf('PRIVATE KEY', privateKey), wish, context)
      save(`${wish.selector}.txt`, recordText(wish, publicKey), wish, context)
    })
  },
}

interface Wish {
  readonly selector: string
  readonly domain: string
  readonly owner: 'relative' | 'whole'
  /** Tags before `p=`. */
  readonly tags: string
  readonly folder: string
}

/** A string of a TXT record holds 255 octets (RFC 1035 §3.3). */
const STRING = 250

function recordText({ selector, domain, owner, tags }: Wish, publicKey: string): string {
  const name = `${selector}._domainkey${owner === 'whole' ? `.${domain}.` : ''}`
  const strings = `p=${publicKey}`.match(new RegExp(`.{1,${STRING}}`, 'g')) ?? []
  const lines = [`v=DKIM1; h=sha256; k=rsa;${tags} `, ...strings].map((text) => `"${text}"`)
  return `${name}\tIN\tTXT\t( ${lines.join('\n\t  ')} )  ; ----- DKIM key ${selector} for ${domain}\n`
}

function save(name: string, text: string, { folder }: Wish, context: CommandContext): void {
  const path = pathOf(context.session, `${folder}/${name}`)
  const refused = context.session.files.write(path, utf8(text))
  if (refused !== undefined) context.complain(`opendkim-genkey: ${showText(name)}: ${refused}`)
}
