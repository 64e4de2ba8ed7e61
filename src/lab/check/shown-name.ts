import { isWithin, normalizeName } from '../../core/domain.ts'
import { parseAddresses } from '../../message/addresses.ts'

const ADDRESS = /[^\s"'<>()@,;:]{1,64}@((?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,63})/u

/** Names of `From` that hold an address of another domain than that of their own: a sentence each. */
export const otherNames = (value: string): readonly string[] =>
  parseAddresses(value).mailboxes.flatMap(({ name = '', address, domain }) => {
    const [shown, other = ''] = ADDRESS.exec(name.slice(0, 1000)) ?? []
    const [inName, own] = [normalizeName(other), normalizeName(domain)]
    if (shown === undefined || isWithin(inName, own) || isWithin(own, inName)) return []
    return [
      `The name that is shown, \`${shown}\`, looks like an address of another domain: the message is from \`${address}\`. Forgers write such names, because no check of the sender looks at them.`,
    ]
  })
