import type { Effect } from '../../core/effects.ts'
import { joinedText, recordsOf } from '../../core/dns.ts'
import { askedName } from '../../core/idna.ts'
import type { Place } from '../../core/span.ts'
import { step, type Outcome, type Step } from '../../core/trace.ts'
import { namesAsWritten, showAsWritten } from '../as-written.ts'
import { askNoting } from '../ask-noting.ts'
import { isLost } from '../question-step.ts'
import { enforcementOf } from './enforcement.ts'
import { localPartSelector } from './local-part.ts'
import { BIMI_DRAFT } from '../formats/bimi.ts'
import { isHttpsUri, parseBimi, type BimiRecord } from './record.ts'

export interface BimiQuery {
  /** The domain in `From`, the author domain. */
  readonly from: string
  /** The DMARC result of the message; `pass` by default. */
  readonly dmarc?: string
  /** Of the `BIMI-Selector` field; `default` by default. */
  readonly selector?: string
  /** Of the author's address, for a record with `lps=true`. */
  readonly localPart?: string
}

export interface BimiVerdict {
  /**
   * As in Authentication-Results (§7.7): `skipped` where the message or its domain does not meet
   * what BIMI asks of DMARC. `pass` means that the record may be used: the logo is not fetched.
   */
  readonly result: 'pass' | 'none' | 'fail' | 'temperror' | 'declined' | 'skipped'
  /** Whose record was found. */
  readonly domain?: string
  readonly selector: string
  readonly record?: BimiRecord
  readonly place?: Place
  /** Where the logo is. */
  readonly location?: string
  /** Where the evidence for it is. */
  readonly evidence?: string
  /** One sentence. */
  readonly reason: string
  readonly trace: Step
}

type Conclusion = Omit<BimiVerdict, 'trace'>

/** Finds the record that a message's logo is taken from (§7.1 to §7.5). Never throws. */
export function* evaluateBimi(query: BimiQuery): Effect<BimiVerdict> {
  const steps: Step[] = []
  const conclude = yield* judge(query, steps)
  const trace = step({
    kind: 'bimi',
    text: conclude.reason,
    outcome: OUTCOMES[conclude.result],
    ...(conclude.place && { place: conclude.place }),
    source: { draft: BIMI_DRAFT, section: '7' },
    facts: { result: conclude.result, selector: conclude.selector },
    steps,
  })
  const { domain } = conclude
  const verdict = showAsWritten({ ...conclude, trace }, [query.from, query.selector ?? ''])
  return domain === undefined ? verdict : { ...verdict, domain: shownAs(domain, query.from) }
}

const shownAs = (domain: string, written: string): string =>
  namesAsWritten([written])?.(domain) ?? domain

const OUTCOMES: Readonly<Record<BimiVerdict['result'], Outcome>> = {
  pass: 'pass',
  none: 'note',
  declined: 'note',
  skipped: 'fail',
  fail: 'fail',
  temperror: 'error',
}

function* judge(query: BimiQuery, steps: Step[]): Effect<Conclusion> {
  const author = askedName(query.from)
  const selector = askedName(query.selector ?? 'default')
  const conclude = (result: Conclusion['result'], reason: string): Conclusion => ({
    result,
    selector,
    reason,
  })
  if ((query.dmarc ?? 'pass') !== 'pass')
    return conclude(
      'skipped',
      `DMARC reports \`${query.dmarc}\`: a logo is for messages that pass.`,
    )
  const enforcement = yield* enforcementOf(author)
  steps.push(enforcement.trace)
  if (enforcement.status !== 'enforced')
    return conclude(enforcement.status === 'lost' ? 'temperror' : 'skipped', enforcement.trace.text)
  const { organization } = enforcement
  const domains = organization === author ? [author] : [author, organization]
  for (const domain of domains) {
    const found = yield* discover(domain, selector, query.localPart, steps)
    if (found) return found
  }
  return conclude('none', `\`${author}\` has no BIMI record at the selector \`${selector}\`.`)
}

/** What stands at one domain; `undefined` if nothing does (§7.2). */
function* discover(
  domain: string,
  selector: string,
  localPart: string | undefined,
  steps: Step[],
): Effect<Conclusion | undefined> {
  const found = yield* recordAt(domain, selector, steps)
  if (!found?.record?.localParts || localPart === undefined) return found
  const own = localPartSelector(localPart)
  if (own === undefined || own === selector) return found
  const personal = yield* recordAt(domain, own, steps)
  return personal?.record ? personal : found
}

function* recordAt(
  domain: string,
  selector: string,
  steps: Step[],
): Effect<Conclusion | undefined> {
  const name = `${selector}._bimi.${domain}`
  const answer = yield* askNoting(steps, name, 'TXT')
  if (isLost(answer))
    return { result: 'temperror', selector, reason: `No server answered for \`${name}\`.` }
  const records = recordsOf(answer, 'TXT').filter((one) => parseBimi(joinedText(one)).isBimi)
  const [only, ...more] = records
  if (!only) return undefined
  if (more.length)
    return {
      result: 'fail',
      selector,
      domain,
      reason: `\`${name}\` holds ${records.length} BIMI records, so none of them counts.`,
    }
  const place = only.place ? { place: only.place } : {}
  return { domain, selector, ...judgeRecord(parseBimi(joinedText(only)), name), ...place }
}

function judgeRecord(
  record: BimiRecord,
  name: string,
): Pick<Conclusion, 'result' | 'reason' | 'record' | 'location' | 'evidence'> {
  const { location = '', evidence, declines } = record
  if (declines)
    return { result: 'declined', record, reason: `\`${name}\` states that no logo shall be shown.` }
  if (!isHttpsUri(location) || (evidence && !isHttpsUri(evidence)))
    return {
      result: 'fail',
      record,
      reason: `The record at \`${name}\` does not name its ${isHttpsUri(location) ? 'evidence' : 'logo'} by an \`https:\` address.`,
    }
  return {
    result: 'pass',
    record,
    location,
    ...(evidence && { evidence }),
    reason: `The logo is at \`${location}\`${evidence ? `, its evidence at \`${evidence}\`` : '; no evidence shows whose it is'}.`,
  }
}
