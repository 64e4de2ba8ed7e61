import type { Rule } from '../../core/rule.ts'
import type { Message } from '../../message/parse.ts'
import { signatureSubject, type SignatureSubject } from '../dkim/signature-subject.ts'
import { collectChain, type ArcChain } from '../../auth/arc/chain.ts'
import type { ArcMessageSignature, ArcSeal } from '../../auth/arc/fields.ts'

/** What a rule for ARC looks at. Findings count octets of the message. */
export interface ArcSubject {
  readonly message: Message
  readonly chain: ArcChain
  readonly messageSignatures: readonly (ArcMessageSignature & Pick<SignatureSubject, 'signed'>)[]
  readonly seals: readonly ArcSeal[]
}

export type ArcRule = Rule<ArcSubject>

export function arcSubject(message: Message): ArcSubject {
  const chain = collectChain(message)
  const signatures = chain.fields.filter((one) => one.kind === 'message-signature')
  return {
    message,
    chain,
    messageSignatures: signatures.map((one) => ({
      ...one,
      signed: signatureSubject(message, one.field).signed,
    })),
    seals: chain.fields.filter((one) => one.kind === 'seal'),
  }
}
