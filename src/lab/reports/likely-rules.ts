import { most, otherOf, type Evidence, type OwnKey } from './evidence.ts'
import type { Decided, Known, LikelyRule } from './likely-rule.ts'
import { networkOf } from './network-of.ts'
import { organizationOf } from './own-domains.ts'

const key = ({ selector, domain }: OwnKey): string =>
  selector === '' ? `a key of \`${domain}\`` : `the key \`${selector}\` of \`${domain}\``

const first = (keys: Evidence['passing']): OwnKey | undefined => [...keys.values()][0]

/** Some results and words of reporters say that there was no key to check with. */
const saysNoKey = ({ results }: OwnKey): boolean =>
  [...results].some((text) => /^permerror$|no (?:valid )?key|key not found|nxdomain/i.test(text))

const namedBySpf: LikelyRule = {
  asked: 'Does your SPF record name the address?',
  decide({ ip }, { zone }) {
    if (!zone) return 'Not known: paste your zone, and this is asked first.'
    if (!zone.hasSpf) return 'Your zone holds no SPF record.'
    const term = zone.termFor(ip)
    if (!term) return 'No term that can be judged from your zone alone matches it.'
    if (term.included === undefined)
      return {
        answer: `\`${term.text}\` of your SPF record names the address itself.`,
        judgement: { kind: 'yours', certainty: 'known', term },
      }
    return {
      answer: `\`${term.text}\` of your SPF record lets it in.`,
      judgement: { kind: 'vendor', certainty: 'known', term, who: organizationOf(term.included) },
    }
  },
}

const receiverSays: LikelyRule = {
  asked: 'Does a receiver say that it came by a list or a forwarder?',
  decide(evidence) {
    const { reasons } = evidence
    const who = otherOf(evidence)
    const named = who === undefined ? {} : { who }
    if (reasons.has('mailing_list'))
      return {
        answer: 'A receiver says that these messages came by a mailing list (`mailing_list`).',
        judgement: { kind: 'list', certainty: 'known', ...named },
      }
    const word = ['trusted_forwarder', 'forwarded'].find((one) => reasons.has(one))
    if (word === undefined) return 'None does.'
    return {
      answer: `A receiver says that these messages were forwarded (\`${word}\`).`,
      judgement: { kind: 'forwarder', certainty: 'known', ...named },
    }
  },
}

const aliasedKey: LikelyRule = {
  asked: 'Is the key that signs an alias to a service’s?',
  decide({ passing, broken }, { zone, own }) {
    if (!zone) return 'Not known without your zone.'
    for (const one of [...passing.values(), ...broken.values()]) {
      const place = one.selector === '' ? undefined : zone.keyOf(one.selector, one.domain)
      if (place?.kind !== 'alias' || own.has(place.target)) continue
      return {
        answer: `In your zone ${key(one)} is an alias to \`${place.target}\`.`,
        judgement: { kind: 'vendor', certainty: 'known', who: organizationOf(place.target) },
      }
    }
    return 'No.'
  },
}

/** The signature travels with the message, SPF does not. */
const carriedOn: LikelyRule = {
  asked: 'Does a signature of yours pass which your own servers make as well?',
  decide(evidence, { keysAtHome }) {
    const { ip, passing, spfOwn } = evidence
    const shared = [...passing].find(([name]) =>
      [...(keysAtHome.get(name) ?? [])].some((home) => home !== ip),
    )
    if (!shared || spfOwn) return shared ? 'Yes, but SPF passes for you as well.' : 'No.'
    const who = otherOf(evidence)
    return {
      answer: `DKIM passes for your domain from a foreign address: ${key(shared[1])} signs at your own servers, so the message was yours and somebody carried it on.`,
      judgement: { kind: 'forwarder', certainty: 'likely', ...(who !== undefined && { who }) },
    }
  },
}

const bothPass: LikelyRule = {
  asked: 'Does SPF pass for your domain?',
  decide(evidence) {
    const { spfOwn, passing, signedByOthers, broken } = evidence
    if (!spfOwn) return 'No.'
    const who = most(signedByOthers)
    if (who !== undefined)
      return {
        answer: `SPF passes for your domain, and \`${who}\` signs there too: a service that you let in.`,
        judgement: { kind: 'vendor', certainty: 'likely', who },
      }
    const badKey = passing.size === 0 ? first(broken) : undefined
    return {
      answer:
        passing.size > 0
          ? 'SPF and DKIM both pass for your domain.'
          : 'SPF passes for your domain: your SPF record lets the address in.',
      judgement: {
        kind: 'yours',
        certainty: passing.size > 0 ? 'likely' : 'perhaps',
        ...(badKey && { badKey: { ...badKey, isAbsent: saysNoKey(badKey) } }),
      },
    }
  },
}

const signsAsYou: LikelyRule = {
  asked: 'Does a signature of yours pass, and the rest belong to another?',
  decide(evidence, { zone }) {
    const signature = first(evidence.passing)
    if (!signature) return 'No signature of yours passes.'
    const who = otherOf(evidence)
    if (who !== undefined)
      return {
        answer: `It signs with ${key(signature)}, which no server of yours uses, and is \`${who}\` otherwise: a service that signs for you.`,
        judgement: { kind: 'vendor', certainty: 'likely', who },
      }
    const hint = zone ? '' : ' Your zone would show which.'
    return {
      answer: `DKIM passes for your domain from a foreign address: a forwarder. No other address uses ${key(signature)} here, so it may be a server of yours that your SPF record lacks.${hint}`,
      judgement: { kind: 'forwarder', certainty: 'perhaps' },
    }
  },
}

const brokenSignature: LikelyRule = {
  asked: 'Is a signature of yours there that fails?',
  decide(evidence, known) {
    const bad = first(evidence.broken)
    if (!bad) return 'None is reported.'
    const passesElsewhere = [...evidence.broken.keys()].some((name) => known.passingKeys.has(name))
    return passesElsewhere
      ? changedOnItsWay(evidence, bad)
      : keyThatNeverPasses(evidence, bad, known)
  },
}

function changedOnItsWay(evidence: Evidence, bad: OwnKey): Decided {
  const who = otherOf(evidence)
  if (who !== undefined)
    return {
      answer: `${capital(key(bad))} passes elsewhere and fails here, and bounces go to \`${who}\`: a mailing list that changed your message.`,
      judgement: { kind: 'list', certainty: 'likely', who },
    }
  return {
    answer: `${capital(key(bad))} passes elsewhere and fails here: somebody carried your message on, and changed it.`,
    judgement: { kind: 'forwarder', certainty: 'perhaps' },
  }
}

function keyThatNeverPasses(evidence: Evidence, bad: OwnKey, { zone, vendors }: Known): Decided {
  const who = otherOf(evidence)
  const isAbsent = zone?.keyOf(bad.selector, bad.domain).kind === 'absent' || saysNoKey(bad)
  const badKey = { ...bad, isAbsent }
  if (isAbsent && who !== undefined)
    return {
      answer: `It signs with ${key(bad)}, which is not published, and is \`${who}\` otherwise: a service that was set up by half.`,
      judgement: { kind: 'vendor', certainty: 'likely', who, badKey },
    }
  if (isAbsent)
    return {
      answer: `It signs with ${key(bad)}, which is not published: perhaps a server of yours, or somebody who made it up.`,
      judgement: { kind: 'unclear', certainty: 'perhaps', badKey },
    }
  if (who !== undefined)
    return {
      answer: `It signs with ${key(bad)}, which passes nowhere in these reports, and is \`${who}\` otherwise: a list that changed your message, or a service whose key does not fit.`,
      judgement: { kind: vendors.has(who) ? 'vendor' : 'list', certainty: 'perhaps', who, badKey },
    }
  return {
    answer: `It signs with ${key(bad)}, which passes nowhere in these reports: a server with a wrong key, or a forged signature.`,
    judgement: { kind: 'unclear', certainty: 'perhaps', badKey },
  }
}

const knownVendor: LikelyRule = {
  asked: 'Is it a service that sends for you elsewhere?',
  decide({ spfOthers, signedByOthers }, { vendors }) {
    const who = [...signedByOthers.keys(), ...spfOthers.keys()].find((name) => vendors.has(name))
    if (who === undefined) return 'No.'
    return {
      answer: `\`${who}\` vouches for it, and \`${who}\` sends for you: your zone, or other messages, say so.`,
      judgement: { kind: 'vendor', certainty: 'likely', who },
    }
  },
}

const neighbour: LikelyRule = {
  asked: 'Is it in one network with servers of yours?',
  decide(evidence, { networks }) {
    const network = networkOf(evidence.ip)
    if (!networks.has(network)) return 'No.'
    return {
      answer: `Nothing vouches for it, but servers of yours are in the same network, \`${network}\`: perhaps a machine that was forgotten.`,
      judgement: { kind: 'yours', certainty: 'perhaps' },
    }
  },
}

const identifiesItself: LikelyRule = {
  asked: 'Does it identify itself as somebody else?',
  decide({ spfOthers, signedByOthers }) {
    const signer = most(signedByOthers)
    if (signer !== undefined)
      return {
        answer: `\`${signer}\` signs it, and it writes in your name: a service that was not set up for your domain, or an impostor who signs.`,
        judgement: {
          kind: spfOthers.has(signer) ? 'vendor' : 'unclear',
          certainty: 'perhaps',
          who: signer,
        },
      }
    const bounces = most(spfOthers)
    if (bounces === undefined) return 'No.'
    return {
      answer: `It is not signed, and its bounces go to \`${bounces}\`: a service, a forwarder of mail that is not signed, or an impostor.`,
      judgement: { kind: 'unclear', certainty: 'perhaps', who: bounces },
    }
  },
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** In the order in which they are asked. */
export const rules: readonly LikelyRule[] = [
  ...[namedBySpf, receiverSays, aliasedKey, carriedOn, bothPass, signsAsYou],
  ...[brokenSignature, knownVendor, neighbour, identifiesItself],
]
