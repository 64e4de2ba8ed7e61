import type { Judgement } from './likely-rule.ts'
import type { NextStep } from './types.ts'

/** What a group of messages came to. */
export interface Outcome {
  readonly messages: number
  readonly aligned: number
  readonly dkimAligned: number
  readonly spfAligned: number
  /** An address of the group that most messages came from. */
  readonly ip: string
  /** The author domain of most of its messages. */
  readonly domain: string
  /** The strictest policy that reporters found. */
  readonly policy: 'none' | 'quarantine' | 'reject'
  readonly hasZone: boolean
  /** Your SPF record as your zone has it. */
  readonly spf?: string
}

const ALIGN = { rfc: 9989, section: '5.1.6' } as const
const SIGN = { rfc: 9989, section: '5.1.2' } as const
const PUBLISH_SPF = { rfc: 9989, section: '5.1.1' } as const
const INDIRECT = { rfc: 9989, section: '7.4' } as const
const BROAD = { rfc: 9989, section: '7.1' } as const

/** What to do about it; for each kind and what of it failed. */
export function nextStepFor(judgement: Judgement, outcome: Outcome): NextStep {
  switch (judgement.kind) {
    case 'yours':
      return forYours(judgement, outcome)
    case 'vendor':
      return forVendor(judgement, outcome)
    case 'forwarder':
      return forForwarder(judgement, outcome)
    case 'list':
      return {
        text: 'No record of yours can change this: a list that changes messages breaks their signatures. Ask its owner to write its own address into `From`, and think of it before you publish `p=reject`.',
        source: INDIRECT,
      }
    case 'stranger':
      return forStranger(outcome)
    case 'unclear':
      return forUnclear(judgement, outcome)
  }
}

const termFor = (ip: string): string => `${ip.includes(':') ? 'ip6' : 'ip4'}:${ip}`

/** Your SPF record with the address in it, before all else, so that no term before it decides. */
const withTerm = ({ spf, ip }: Outcome): Pick<NextStep, 'record'> =>
  spf === undefined ? {} : { record: spf.replace(/^v=spf1/i, `$& ${termFor(ip)}`) }

const selectorRecord = (selector: string, domain: string): string =>
  `${selector}._domainkey.${domain}.`

function forYours({ badKey, certainty }: Judgement, outcome: Outcome): NextStep {
  const { messages, aligned, dkimAligned, spfAligned, ip } = outcome
  if (badKey) return aboutKey(badKey.isAbsent, badKey.selector, badKey.domain, 'your server')
  if (aligned === 0) {
    const check = certainty === 'perhaps' ? 'If it is yours, give' : 'Give'
    return {
      text: `${check} it a place in your SPF record, \`${termFor(ip)}\` and no more than that; or let it send through a server of yours that signs.`,
      source: ALIGN,
      ...withTerm(outcome),
    }
  }
  if (dkimAligned === 0)
    return {
      text: 'SPF alone vouches for it, and is lost when somebody forwards a message. Sign its mail with DKIM.',
      source: SIGN,
    }
  if (spfAligned === 0)
    return {
      text: `Its signature vouches for it. Add \`${termFor(ip)}\` to your SPF record, so that both do.`,
      source: PUBLISH_SPF,
      ...withTerm(outcome),
    }
  return aligned < messages
    ? {
        text: 'Most of it passes. Find out which of its messages leave unsigned or with another envelope sender.',
        source: ALIGN,
      }
    : { text: 'Nothing: both checks vouch for it.' }
}

function forVendor({ badKey, who, certainty, term }: Judgement, outcome: Outcome): NextStep {
  const { aligned, messages, dkimAligned, spfAligned, domain } = outcome
  const name = who === undefined ? 'the service' : `\`${who}\``
  if (badKey) return aboutKey(badKey.isAbsent, badKey.selector, badKey.domain, name)
  if (aligned === 0 && certainty === 'perhaps')
    return {
      text: `Ask in the firm who uses ${name}. If somebody does, have it sign with \`d=${domain}\` and publish the key it gives you; if not, it is abuse.`,
      source: ALIGN,
    }
  if (dkimAligned === 0 && aligned > 0)
    return {
      text: `SPF alone vouches for it${term ? `, by \`${term.text}\`, which may let in other customers of ${name} as well` : ''}. Have ${name} sign with \`d=${domain}\`.`,
      source: term ? BROAD : SIGN,
    }
  if (aligned < messages)
    return {
      text: `Have ${name} sign ${aligned > 0 ? 'all of its messages' : 'its messages'} with \`d=${domain}\`, and publish the key it gives you.`,
      source: SIGN,
    }
  return spfAligned === 0
    ? {
        text: `Nothing must be done: its signature vouches for it. A bounce address below \`${domain}\` would let SPF vouch as well.`,
        source: PUBLISH_SPF,
      }
    : { text: 'Nothing: it is set up well.' }
}

function aboutKey(isAbsent: boolean, selector: string, domain: string, who: string): NextStep {
  const name = selectorRecord(selector || 'SELECTOR', domain)
  return isAbsent
    ? {
        text: `Publish the key that ${who} signs with. It is looked for at \`${name}\`: an alias to the service’s own record will do, or the key itself.`,
        source: SIGN,
        record: name,
      }
    : {
        text: `Compare the key at \`${name}\` with the one that ${who} signs with: signatures by it pass nowhere.`,
        source: SIGN,
      }
}

function forForwarder({ certainty }: Judgement, outcome: Outcome): NextStep {
  const { aligned, messages, ip, hasZone } = outcome
  const never = 'Leave the address out of your SPF record: it would let anybody there write as you.'
  if (aligned === 0)
    return {
      text: `No record of yours can change this: the message was changed on its way, or was never signed. ${never} Sign all that you send.`,
      source: INDIRECT,
    }
  if (certainty === 'perhaps')
    return {
      text: `Find out whose \`${ip}\` is (\`dig -x ${ip}\`). If it is yours, add \`${termFor(ip)}\` to your SPF record; if not, nothing: your signature held.${hasZone ? '' : ' With your zone pasted this is better known.'}`,
      source: INDIRECT,
    }
  const some =
    aligned < messages ? 'Most of it passes' : 'Nothing must be done: your signature held'
  return { text: `${some}. ${never}`, source: INDIRECT }
}

function forStranger({ policy, messages }: Outcome): NextStep {
  if (policy === 'none')
    return {
      text: 'Nothing against it alone. When all that is yours passes, ask receivers for more than `p=none`: `p=quarantine` first.',
      source: { rfc: 9989, section: '5.1.7' },
    }
  return {
    text: `Nothing: your policy is for ${messages === 1 ? 'this one' : 'these'}. What receivers did with it is theirs to decide.`,
    source: { rfc: 9989, section: '5.4' },
  }
}

function forUnclear({ who, badKey }: Judgement, { ip, domain }: Outcome): NextStep {
  if (badKey) {
    const { text, source } = aboutKey(
      badKey.isAbsent,
      badKey.selector,
      badKey.domain,
      'that server',
    )
    return {
      text: `Find out whose \`${ip}\` is (\`dig -x ${ip}\`). If it is yours: ${text}`,
      ...(source && { source }),
    }
  }
  const name = who === undefined ? '' : `, and whether somebody in the firm uses \`${who}\``
  return {
    text: `Find out whose \`${ip}\` is (\`dig -x ${ip}\`)${name}. What is yours should sign with \`d=${domain}\`; the rest is abuse.`,
    source: ALIGN,
  }
}
