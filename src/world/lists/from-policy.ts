import { dmarcRecords } from '../../auth/dmarc/lookup.ts'
import { treeWalk } from '../../auth/dmarc/method.ts'
import { askedPolicy } from '../../auth/dmarc/policy.ts'
import { asciiDomain } from '../../auth/author-domains.ts'
import { runAsync, type Effect } from '../../core/effects.ts'
import type { Place } from '../../core/span.ts'
import { answersOn } from '../internet.ts'
import type { MailingListSpec } from '../spec.ts'
import { decideList, type ListContext } from './decide.ts'
import { authorOf } from './rewrite-post.ts'

/**
 * Whether a list stands in From of a post, by its setting: always, never, or where the domain of the author asks for more than
 * to watch, as what the list changes fails DMARC there.
 */
export async function fromOf(
  context: ListContext,
  list: MailingListSpec,
  post: Uint8Array,
): Promise<'kept' | 'rewritten'> {
  if (list.from !== 'by-policy') return list.from ?? 'kept'
  const author = authorOf(post)
  const domain = author && asciiDomain(author.domain)
  if (!author || domain === undefined) return 'kept'
  const { net, host, connection } = context
  const asks = await runAsync(
    wishOf(domain),
    answersOn(net, host.name, connection === undefined ? {} : { judges: connection }),
  )
  if (!asks) return 'kept'
  const reason = `The domain of the author ${asks.what}: ${list.address} stands in From.`
  decideList(context, 'noted', author.address, reason, { rfc: 9989, section: '7.4' }, asks.place)
  return 'rewritten'
}

interface Wish {
  /** The end of a sentence: `asks to reject`. */
  readonly what: string
  readonly place?: Place
}

const WISHES = { quarantine: 'asks for quarantine', reject: 'asks to reject' } as const

/** @returns `undefined` where the domain only watches, or has no record. */
function* wishOf(domain: string): Effect<Wish | undefined> {
  const discovery = yield* treeWalk(dmarcRecords()).discover(domain)
  if (discovery.kind === 'failed') return { what: 'may ask for anything, as no server answered' }
  if (discovery.kind === 'none') return undefined
  const { found } = discovery
  const { disposition } = yield* askedPolicy(found, domain, '9989', 0)
  if (disposition === 'none') return undefined
  return { what: WISHES[disposition], ...(found.place && { place: found.place }) }
}
