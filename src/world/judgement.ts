import {
  authenticate,
  type Authentication,
  type AuthenticationInput,
} from '../auth/authenticate.ts'
import { run, runSync, type Answer } from '../core/effects.ts'
import { answersOn, type Internet } from './internet.ts'

/** What a host found out about a message. */
export interface Judgement {
  readonly authentication: Authentication
  /** Whether many messages have the very same: then it is kept for all of them. */
  readonly isCommon: boolean
  /**
   * The same, worked out anew from the same answers when somebody looks, and kept from then on. A
   * verdict with its trace takes several times the memory of its message, and few are ever looked at.
   * @param message The octets that were judged, as they are kept.
   */
  again(message: Uint8Array): () => Authentication
}

/** Who judges, and over which connection the message came. */
interface Judge {
  readonly host: string
  readonly connection: number
}

/** A host authenticates a message; its questions to the DNS are logged. */
export function judgeMessage(
  net: Internet,
  { host, connection }: Judge,
  input: AuthenticationInput,
): Judgement | Promise<Judgement> {
  const answers: Answer[] = []
  const answer = answersOn(net, host, { judges: connection })
  const keep = (given: Answer): Answer => {
    answers.push(given)
    return given
  }
  const judged = (authentication: Authentication): Judgement => ({
    authentication,
    isCommon: isCommon(authentication),
    again: (message) => whenLookedAt({ ...input, message }, answers),
  })
  const judging = run(authenticate(input), (question) => {
    const given = answer(question)
    return given instanceof Promise ? given.then(keep) : keep(given)
  })
  return judging instanceof Promise ? judging.then(judged) : judged(judging)
}

/** How often each verdict was come to: who is judged again has the same one. */
const times = new WeakMap<Authentication, number>()

/** Messages of which the memory of one verdict costs little. */
const COMMON = 8

function isCommon(authentication: Authentication): boolean {
  const before = times.get(authentication) ?? 0
  if (before < COMMON) times.set(authentication, before + 1)
  return before >= COMMON
}

function whenLookedAt(input: AuthenticationInput, answers: readonly Answer[]) {
  let kept: Authentication | undefined
  return (): Authentication => {
    if (kept) return kept
    let next = 0
    return (kept = runSync(authenticate(input), () => answers[next++]))
  }
}
