import { MAX_NAME } from '../../core/domain.ts'
import { swapIn } from '../lesson-variant.ts'
import type { OwnWorld } from './own-world.ts'
import type { Changed } from './parts.ts'

/** A domain, a host or an address, and what it is called from now on. */
export interface Renaming {
  readonly from: string
  readonly to: string
}

/**
 * Gives a domain another name in all of the world: zones and their texts, hosts, mailboxes, messages. Names
 * below it go along. A name is whole: `example.org` leaves `notexample.org` and `example.organ` alone.
 */
export function renameDomain(own: OwnWorld, renaming: Renaming): Changed {
  const { from, to } = renaming
  if (from === to) return { ok: true, own }
  if (!isName(to))
    return no('Write a domain name in lowercase without a final dot, such as `mine.example`.')
  const { zones, hosts } = own.world
  if ([...zones.map(({ origin }) => origin), ...hosts.map(({ name }) => name)].includes(to))
    return no(`There is \`${to}\` already.`)
  return { ok: true, own: renamedIn(own, renaming) }
}

/** Gives a mailbox another address in all of the world: `bob@example.net` leaves `jim.bob@example.net` alone. */
export function renameAddress(own: OwnWorld, renaming: Renaming): Changed {
  const { from, to } = renaming
  if (from === to) return { ok: true, own }
  const at = to.lastIndexOf('@')
  if (at < 1 || /[\s<>]/.test(to) || !isName(to.slice(at + 1).toLowerCase()))
    return no('Write an address without brackets, such as `eve@mine.example`.')
  if (own.world.mailboxes.some(({ address }) => address === to))
    return no(`There is \`${to}\` already.`)
  return { ok: true, own: renamedIn(own, renaming) }
}

/** The same in any plain data, such as what was done in the world. */
export const renamedIn = <Value>(value: Value, { from, to }: Renaming): Value => {
  // What stands before an address must not be more of its local part.
  const before = from.includes('@') ? String.raw`[\p{L}\p{N}_.+'-]` : String.raw`[\p{L}\p{N}_-]`
  const pattern = new RegExp(
    String.raw`(?<!${before})${escape(from)}(?![\p{L}\p{N}_-]|\.[\p{L}\p{N}_-])`,
    'giu',
  )
  return swapIn(value, (text) => text.replace(pattern, () => to)) as Value
}

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

const LABEL = '[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?'
const NAME = new RegExp(String.raw`^${LABEL}(\.${LABEL})*$`)

/** Whether a text is a name as a world has it: in lower case, without a final dot. */
export const isName = (text: string): boolean => text.length <= MAX_NAME && NAME.test(text)

const no = (why: string): Changed => ({ ok: false, why })
