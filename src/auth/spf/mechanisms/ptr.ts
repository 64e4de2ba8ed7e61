import { isWithin } from '../../../core/domain.ts'
import { clientText } from '../session.ts'
import { targetOf } from '../target.ts'
import { validatedNames } from '../validated-names.ts'
import { no, yes, type MechanismTest } from './mechanism.ts'

/** Whether a validated name of the client's address is the name or below it (RFC 7208 §5.5). */
export const ptr: MechanismTest = {
  name: 'ptr',
  *match(term, context) {
    const target = yield* targetOf(term.domain, context)
    const names = yield* validatedNames(context)
    const client = clientText(context.session)
    const found = names.find((name) => target !== '' && isWithin(name, target))
    if (found !== undefined) return yes(`${client} is called \`${found}\`, within \`${target}\``)
    return no(
      names.length
        ? `${client} is called \`${names[0]!}\`, which is not within \`${target}\``
        : `${client} has no name whose addresses lead back to it`,
    )
  },
}
