import { inALabels } from '../core/idna.ts'
import type { DkimVerdict, SignatureVerdict } from './dkim/verify.ts'
import type { DmarcVerdict } from './dmarc/evaluate.ts'
import { writeValue } from './results/value.ts'
import type { SpfVerdict } from './spf/evaluate.ts'

/** Characters of `b=` that identify a signature (RFC 6008 §4). */
const SIGNATURE_CHARACTERS = 8

export interface Results {
  /** Who judged: a name that the receiver's own programs trust (RFC 8601 §2.5). */
  readonly authservId: string
  readonly spf: SpfVerdict
  readonly helo?: SpfVerdict
  readonly dkim: DkimVerdict
  readonly dmarc: DmarcVerdict
}

/** The value of an Authentication-Results field (RFC 8601 §2.2), on one line; names in A-labels. */
export function writeResults({ authservId, spf, helo, dkim, dmarc }: Results): string {
  return [
    writeValue(authservId),
    spfPart(spf),
    ...(helo ? [spfPart(helo)] : []),
    ...dkimParts(dkim),
    dmarcPart(dmarc),
  ].join('; ')
}

/** The domain alone: SPF does not check the local part (RFC 8601 §2.7.2). */
const spfPart = ({ result, identity, domain }: SpfVerdict): string =>
  withProperty(`spf=${result}`, `smtp.${identity}`, inALabels(domain))

function dkimParts({ signatures }: DkimVerdict): string[] {
  return signatures.length === 0 ? ['dkim=none'] : signatures.map(signaturePart)
}

const signaturePart = ({ result, domain, selector, signature }: SignatureVerdict): string =>
  [
    ['header.d', inALabels(domain)],
    ['header.s', inALabels(selector)],
    ['header.b', signature.slice(0, SIGNATURE_CHARACTERS)],
  ].reduce((part, [name = '', text = '']) => withProperty(part, name, text), `dkim=${result}`)

/** `policy.dmarc` is what the owner asks to do now that it failed (RFC 9989 §9.1). */
function dmarcPart({ result, disposition, authorDomain }: DmarcVerdict): string {
  const part = withProperty(`dmarc=${result}`, 'header.from', inALabels(authorDomain))
  return result === 'fail' ? withProperty(part, 'policy.dmarc', disposition) : part
}

const withProperty = (part: string, name: string, text: string): string =>
  text === '' ? part : `${part} ${name}=${writeValue(text)}`
