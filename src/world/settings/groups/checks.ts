import { BIMI_DRAFT } from '../../../auth/formats/bimi.ts'
import { defineGroup, setting } from '../setting.ts'
import { listOf } from '../list-types.ts'
import { choice, domainName, network, yesNo } from '../word-types.ts'

/** What it finds out about a message, and what it makes of DMARC. */
export const checks = defineGroup({
  title: 'SPF, DKIM and DMARC',
  settings: [
    setting({
      ...{
        name: 'authenticate',
        at: 'smtp.authenticates',
        isKept: true,
        isMain: true,
        default: true,
      },
      about: 'Whether it checks SPF, DKIM and DMARC of what comes in.',
      type: yesNo,
      source: { rfc: 9989, section: '5.3' },
    }),
    setting({
      ...{ name: 'dmarc_policy', at: 'smtp.dmarc', isMain: true, default: 'careful' },
      about: 'What it makes of a failed DMARC check.',
      type: choice({
        careful: 'Refuses only where it also distrusts the client; else the spam folder.',
        literal: 'Does what the author’s domain asks for.',
        blind: 'Leaves DMARC out of the decision.',
      }),
      with: 'authenticate',
      source: { rfc: 9989, section: '7.4' },
    }),
    setting({
      ...{ name: 'dmarc_edition', at: 'smtp.dmarcEdition', default: '9989' },
      about: 'The RFC by which it looks for the policy of a domain.',
      type: choice({
        '9989': 'Walks up the tree of the DNS.',
        '7489': 'Looks into a list of public suffixes, and knows `pct`.',
      }),
      with: 'authenticate',
      source: { rfc: 9989, section: '4.10' },
    }),
    setting({
      ...{ name: 'unvouched', at: 'smtp.unvouched', default: 'junk' },
      about: 'What becomes of a message that neither SPF nor DKIM vouches for.',
      type: choice({
        junk: 'It goes to the spam folder.',
        inbox: 'It is delivered; the results are noted in it.',
      }),
      with: 'authenticate',
      source: { rfc: 7208, section: '10.2' },
    }),
    setting({
      ...{ name: 'distrusted_networks', at: 'smtp.distrusts', default: [] },
      about: 'Addresses and networks that it has had bad mail from.',
      type: listOf(network),
      source: { rfc: 9989, section: '7.4' },
    }),
    setting({
      ...{ name: 'trusted_forwarders', at: 'smtp.trusts.forwarders', default: [] },
      about: 'Addresses and networks of forwarders whose mail it takes for what it was.',
      type: listOf(network),
      source: { rfc: 9989, section: '7.4' },
    }),
    setting({
      ...{ name: 'trusted_sealers', at: 'smtp.trusts.sealers', default: [] },
      about: 'Domains whose ARC seal it believes, where the chain holds.',
      type: listOf(domainName),
      source: { rfc: 8617, section: '7.2.1' },
    }),
    setting({
      ...{ name: 'bimi', at: 'smtp.bimi', default: false },
      about: 'Whether it looks for the logo of who wrote a message, once DMARC has passed.',
      type: yesNo,
      with: 'authenticate',
      source: { draft: BIMI_DRAFT, section: '7' },
    }),
  ],
})
