import { parseKeyRecord, servesMail, hasFlag, type KeyRecord } from '../../auth/dkim/key.ts'
import { keyFormat } from '../../auth/formats/dkim-key.ts'
import { isTextOf } from '../../auth/tag-format.ts'
import { describedTag } from '../../auth/tag-format.ts'
import { tagNamed, withoutSpace } from '../../auth/tag-list.ts'
import type { Composed, Composer, Field, ReadRecord, Said, Values } from './composer.ts'
import { publicKeyText } from './public-key-text.ts'
import { tagField } from './tag-field.ts'
import { isOn, switchOf, tagValue, textRecord, under, writeTags } from './write-text.ts'

const rfc = (section: string) => ({ rfc: 6376, section })

const fields: readonly Field[] = [
  {
    ...{ name: 'selector', kind: 'text', label: 'Selector', initial: 's1', example: 's1' },
    why: 'The name of this key among your keys. Each sender has its own, and a new key gets a new name: so the old one can stay until the last message it signed has arrived.',
    source: rfc('3.1'),
  },
  tagField(keyFormat, 'k', { kind: 'choice', label: 'Kind of key', initial: 'rsa' }),
  tagField(keyFormat, 'p', {
    ...{ kind: 'long', label: 'Public key' },
    why: 'Made in this page, or pasted: PEM or base64. The private half belongs on the server that signs, and nowhere else.',
  }),
  {
    ...{ name: 'strict', kind: 'switch', label: 'Not for subdomains (t=s)', initial: '' },
    why: 'The signature’s `i=` must then name the very domain that signs, and none below it.',
    source: rfc('3.6.1'),
  },
  {
    ...{ name: 'testing', kind: 'switch', label: 'Only testing (t=y)', initial: '' },
    why: 'A signature that fails counts as none. It is for the first days with a new signer: take it out again.',
    source: rfc('3.6.1'),
  },
  {
    ...{ name: 'mail', kind: 'switch', label: 'For mail alone (s=email)', initial: '', rare: true },
    why: 'Other services than mail, should there ever be some, must not use the key.',
    source: rfc('3.6.1'),
  },
  {
    ...{
      name: 'sha256',
      kind: 'switch',
      label: 'SHA-256 alone (h=sha256)',
      initial: '',
      rare: true,
    },
    why: 'The one hash that may still be used. Verifiers refuse SHA-1 anyway.',
    source: { rfc: 8301, section: '3.1' },
  },
  tagField(keyFormat, 'n', { kind: 'text', label: 'A note for people (n=)', rare: true }),
  {
    ...{ name: 'revoked', kind: 'switch', label: 'Revoke this key', initial: '', rare: true },
    why: 'An empty `p=` says that the key is gone for good, where no record would leave it open.',
    source: rfc('3.6.1'),
  },
]

function compose(values: Values, domain: string): Composed {
  const selector = selectorGiven(values['selector'])
  const key = isOn(values['revoked'])
    ? { text: '' }
    : publicKeyText(values['k'] ?? 'rsa', values['p'] ?? '')
  const missing: Said[] = []
  if (!selector)
    missing.push({
      text: 'The key needs a selector: verifiers look for it by that name.',
      source: rfc('3.1'),
    })
  else if (!SELECTOR.test(selector))
    missing.push({
      text: `\`${selector}\` is no selector: it has letters, digits and hyphens, and dots between them.`,
      source: rfc('3.1'),
    })
  if ('fault' in key) missing.push({ text: key.fault, source: rfc('3.6.1') })
  if (missing.length > 0 || 'fault' in key)
    return { records: [], files: [], meaning: [], notes: missing }
  const text = keyText(values, key.text)
  const record = textRecord(under(`${selector}._domainkey`, domain), text)
  return {
    records: [record],
    files: [],
    meaning: meaningOf(parseKeyRecord(text), selector, domain),
    notes: notesOn(values, 'strings' in record ? record.strings.length : 1),
  }
}

/** The name alone, where somebody pasted it with what stands behind it in the DNS. */
const selectorGiven = (text = ''): string => tagValue(text).replace(/\._domainkey(?:\..*)?$/i, '')

/** An underscore is no part of it by the standard, but in use. */
const SELECTOR = /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*$/i

/** Characters of a note: a limit of ours. */
const MOST_NOTE = 200

function keyText(values: Values, key: string): string {
  const flags = [
    ...(isOn(values['testing']) ? ['y'] : []),
    ...(isOn(values['strict']) ? ['s'] : []),
  ]
  const note = (values['n'] ?? '')
    .slice(0, MOST_NOTE)
    .replace(/[^ -:<-~]/g, '')
    .trim()
  return writeTags(keyFormat, {
    ...{ k: tagValue(values['k'] ?? '') || 'rsa', p: key },
    ...(isOn(values['sha256']) && { h: 'sha256' }),
    ...(isOn(values['mail']) && { s: 'email' }),
    ...(flags.length > 0 && { t: flags.join(':') }),
    ...(note && { n: note.replaceAll('=', '=3D') }),
  })
}

function meaningOf(record: KeyRecord, selector: string, domain: string): Said[] {
  const { key } = record
  if (key.kind === 'revoked')
    return [
      {
        text: `Nothing that is signed with \`s=${selector}\` and \`d=${domain}\` passes any more.`,
        source: rfc('6.1.2'),
      },
    ]
  const kind =
    key.kind === 'rsa'
      ? `RSA key of ${key.bits} bits`
      : key.kind === 'ed25519'
        ? 'Ed25519 key'
        : 'key'
  return [
    {
      text: `Who has the private half of this ${kind} can sign as \`${domain}\`, with \`s=${selector}\`.`,
      source: rfc('3.6.1'),
    },
    ...(hasFlag(record, 'y')
      ? [
          {
            text: 'A signature that fails is treated as if the message had none.',
            source: rfc('3.6.1'),
          },
        ]
      : []),
    ...(hasFlag(record, 's')
      ? [{ text: 'It signs for this domain, not for those below it.', source: rfc('3.6.1') }]
      : []),
  ]
}

function notesOn(values: Values, strings: number): Said[] {
  return [
    ...(strings > 1
      ? [
          {
            text: `The text is longer than 255 octets, so it is written as ${strings} strings. Readers join them without a space.`,
            source: rfc('3.6.2.2'),
          },
        ]
      : []),
    ...(values['k'] === 'ed25519'
      ? [
          {
            text: 'Not every receiver reads Ed25519 yet: sign with an RSA key too, under a selector of its own.',
            source: { rfc: 8463, section: '3' },
          },
        ]
      : []),
    {
      text: 'Publish it first, and sign when the DNS answers with it: a signature whose key is not there yet fails.',
    },
  ]
}

function read(text: string, owner: string): ReadRecord | undefined {
  const labels = /^(.+)\._domainkey$/i.exec(owner)
  if (!labels && !isTextOf({ version: { ...keyFormat.version, required: true } }, text))
    return undefined
  const record = parseKeyRecord(text)
  if (!record.data) return undefined
  const noteTag = tagNamed(record, 'n')
  const values = {
    ...{
      k: record.keyType,
      p: withoutSpace(record.data.value),
      n: (noteTag?.value ?? '').replaceAll('=3D', '='),
    },
    ...(labels && { selector: labels[1]!.toLowerCase() }),
    testing: switchOf(hasFlag(record, 'y')),
    strict: switchOf(hasFlag(record, 's')),
    mail: switchOf(
      servesMail(record) &&
        record.services.some((one) => one.text === 'email') &&
        record.services.length === 1,
    ),
    sha256: switchOf(record.hashes?.length === 1 && record.hashes[0]!.text === 'sha256'),
    revoked: switchOf(record.data.value === ''),
  }
  return {
    values,
    dropped: record.tags
      .filter(({ name }) => !describedTag(keyFormat, name) || name === 'g')
      .map((tag) => tag.name),
  }
}

export const dkim: Composer = {
  ...{ id: 'dkim', title: 'DKIM', fields, compose, read },
  lead: 'Publishes a key, so that receivers can check the signature on your messages. A signature survives forwarding, where SPF does not.',
}
