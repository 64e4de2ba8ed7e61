import { isObject } from '../../core/text/is-object.ts'
import { LINK_MARK, type LinkedCheck } from '../../lab/link/link.ts'
import { isLinkedCheck, readLink, type LinkFault } from '../../lab/link/read-link.ts'

const OWN = 'helo-world/check'
const LINKED = 'helo-world/check/linked'

/** What is on the page when it opens. */
export interface Kept {
  readonly start?: LinkedCheck
  /** Whether a link brought it. */
  readonly isLinked: boolean
  readonly fault?: LinkFault
  store(check: LinkedCheck): boolean
}

/**
 * What was typed before a reload, or what a link brought: beside one's own, which it does not touch.
 * @param fragment Of the address.
 * @param storage May throw where it is blocked.
 */
export function openKept(fragment: string, storage: () => Storage): Kept {
  const code = fragment.replace(/^#/, '')
  const own = () => checkIn(read(storage, OWN))
  if (!code.startsWith(LINK_MARK)) return kept(own(), false, (check) => write(storage, OWN, check))
  const linked = readLink(code)
  if (!linked.ok || !('texts' in linked.state))
    return {
      ...kept(own(), false, (check) => write(storage, OWN, check)),
      fault: linked.ok ? 'strange' : linked.fault,
    }
  const edited = read(storage, LINKED)
  const isSame = isObject(edited) && edited['code'] === code
  return kept((isSame ? checkIn(edited['check']) : undefined) ?? linked.state, true, (check) =>
    write(storage, LINKED, { code, check }),
  )
}

const kept = (
  start: LinkedCheck | undefined,
  isLinked: boolean,
  store: (check: LinkedCheck) => boolean,
): Kept => ({ ...(start && { start }), isLinked, store })

function read(storage: () => Storage, key: string): unknown {
  try {
    return JSON.parse(storage().getItem(key) ?? 'null')
  } catch {
    return undefined
  }
}

function write(storage: () => Storage, key: string, value: unknown): boolean {
  try {
    storage().setItem(key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** What was stored, if it is one: storage can be written by others. */
const checkIn = (value: unknown): LinkedCheck | undefined =>
  isObject(value) && isLinkedCheck(value) ? value : undefined
