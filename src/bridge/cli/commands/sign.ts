import { createPrivateKey, type KeyObject } from 'node:crypto'
import { fromLatin1, fromUtf8 } from '../../../core/bytes.ts'
import { normalizeName } from '../../../core/domain.ts'
import { signDkim } from '../../../library/dkim.ts'
import { exactWords } from '../../../cli/args.ts'
import { defineCommand } from '../../../cli/command.ts'
import { UsageError } from '../../../cli/usage-error.ts'
import { readInput, readMessage, shownName } from '../../../cli/read-input.ts'
import { readTime, timeOption } from '../../../cli/read-time.ts'

export const sign = defineCommand({
  name: 'sign',
  summary: 'signs a message with DKIM',
  syntax: 'MESSAGE --domain NAME --selector NAME --key FILE',
  about: [
    'Signs a message (RFC 6376 §5) and writes it with its signature on top. The key is a private key in PEM, RSA or Ed25519; its public half belongs into the DNS at `SELECTOR._domainkey.DOMAIN`.',
    'A message whose lines end in a bare LF gets CRLF, as mail has it. `-` is standard input.',
  ],
  options: {
    domain: { value: 'NAME', text: 'who signs (`d=`)' },
    selector: { value: 'NAME', text: 'which of its keys (`s=`)' },
    key: { value: 'FILE', text: 'the private key, in PEM' },
    lifetime: { value: 'SECONDS', text: 'until the signature ends (`x=`); no end by default' },
    ...timeOption,
  },
  formats: ['text', 'json'],
  examples: [
    'helo-world sign message.eml --domain example.org --selector s1 --key s1.pem > signed.eml',
  ],
  async run(args, io) {
    const [path = ''] = exactWords(args, 'the message')
    const [domain, selector] = [normalizeName(args.need('domain')), args.need('selector')]
    const keyPath = args.need('key')
    const lifetime = readLifetime(args.text('lifetime'))
    const now = readTime(args, io)
    const key = readKey(fromUtf8(await readInput(keyPath, io)), keyPath)
    const message = await readMessage(path, io)
    const signed = await signDkim(message, { domain, selector, ...key, now, ...lifetime })
    if (!signed.ok) throw new UsageError(signed.reason, 'file')
    return {
      findings: [],
      sources: new Map(),
      text: signed.bytes,
      data: { field: signed.field, message: fromLatin1(signed.bytes) },
    }
  },
})

/** Any PEM of a private key as WebCrypto takes it: PKCS #8. */
function readKey(pem: string, path: string) {
  const key = openKey(pem, path)
  const algorithm = ALGORITHMS[key.asymmetricKeyType ?? '']
  if (!algorithm)
    throw new UsageError(
      `\`${shownName(path)}\` holds a key for ${key.asymmetricKeyType ?? 'something else'}; DKIM signs with RSA and Ed25519.`,
      'file',
    )
  return { algorithm, privateKey: String(key.export({ type: 'pkcs8', format: 'pem' })) }
}

const ALGORITHMS: Readonly<Record<string, 'rsa-sha256' | 'ed25519-sha256'>> = {
  rsa: 'rsa-sha256',
  ed25519: 'ed25519-sha256',
}

function openKey(pem: string, path: string): KeyObject {
  try {
    return createPrivateKey(pem)
  } catch {
    const hint = /BEGIN PUBLIC KEY/.test(pem)
      ? 'it is the public half of one'
      : 'it starts with `-----BEGIN PRIVATE KEY-----` and must not ask for a passphrase'
    throw new UsageError(`\`${shownName(path)}\` is no private key in PEM: ${hint}.`, 'file')
  }
}

function readLifetime(text: string | undefined): { lifetime?: number } {
  if (text === undefined) return {}
  if (!/^[1-9]\d{0,9}$/.test(text))
    throw new UsageError(`\`--lifetime\` is a number of seconds, not \`${text}\`.`)
  return { lifetime: Number(text) }
}
