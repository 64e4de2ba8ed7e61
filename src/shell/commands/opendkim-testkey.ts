import { runSync } from '../../core/effects.ts'
import { withCode } from '../../core/text/ansi.ts'
import { findKey, keyName } from '../../auth/dkim/find-key.ts'
import type { Command } from '../command.ts'
import { readFlags } from '../flags.ts'
import { showText } from '../show-text.ts'

const USAGE = 78

type Value = 'domain' | 'selector' | 'key' | 'configuration'

export const opendkimTestkey: Command = {
  name: 'opendkim-testkey',
  summary: 'can signatures be checked with the published DKIM key?',
  completes: ['hosts'],
  page: {
    synopsis: ['opendkim-testkey -d domain -s selector [-v]'],
    description: [
      'Asks the DNS for the DKIM key of a selector, as a receiver does, and says whether it could be used. Without `-v` it prints nothing where all is well.',
    ],
    options: [
      ['-d domain', 'the domain that signs'],
      ['-s selector', 'which of its keys'],
      ['-v', 'say what is done; more of it with `-vvv`'],
    ],
    examples: [
      ['opendkim-testkey -d example.org -s mail -vvv', 'is the key of this selector fine?'],
    ],
    seeAlso: ['dig'],
  },
  run(words, context) {
    const known = {
      switches: { '-v': 'verbose' },
      values: { '-d': 'domain', '-s': 'selector', '-k': 'key', '-x': 'configuration' },
    } as const
    const given = readFlags<'verbose', Value>('opendkim-testkey', words, known, context)
    const domain = given?.values.get('domain')?.text
    const selector = given?.values.get('selector')?.text
    // What sysexits.h calls a matter of configuration, as the real one says of its options.
    context.setStatus(USAGE)
    if (!given) return undefined
    if (!domain || !selector)
      return void context.complain(
        withCode(
          'usage: opendkim-testkey -d domain -s selector\nTry `opendkim-testkey -d example.org -s mail -vvv`.',
        ),
      )
    context.setStatus(0)
    const { world, host } = context
    const need = { selector, domain, identityDomain: domain }
    const ask = (algorithm: 'rsa-sha256' | 'ed25519-sha256') =>
      runSync(findKey({ ...need, algorithm }), (question) =>
        question.ask === 'dns' ? world.lookUp(host.name, question.name, question.type) : undefined,
      )
    const rsa = ask('rsa-sha256')
    const found = rsa.ok ? rsa : ask('ed25519-sha256')
    const say = (text: string): void => context.note(`opendkim-testkey: ${text}`)
    if (given.on.has('verbose')) say(`checking key '${showText(keyName(selector, domain))}'`)
    if (found.ok) {
      if (given.on.has('verbose')) say(found.testing ? 'key OK (testing: t=y)' : 'key OK')
      return undefined
    }
    const { reason } = rsa.ok ? found : rsa
    context.complain(
      withCode(`opendkim-testkey: '${showText(keyName(selector, domain))}': ${showText(reason)}`),
    )
    return undefined
  },
}
