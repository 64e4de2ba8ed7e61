import { fromStrictUtf8, latin1 } from '../../../core/bytes.ts'
import { defineCommand, no, ok, type Command, type Reply, type Tools } from '../server/command.ts'
import { mailboxName, writeName } from '../wire/mailbox-names.ts'
import {
  isResource,
  limitsOf,
  QUOTA_ROOT,
  quotaLine,
  type ResourceLimit,
} from '../responses/quota.ts'
import { loggedIn, type Authenticated, type Selected } from '../server/session.ts'
import { check, listOrEmpty, map, words } from '../wire/combine.ts'
import { bigNumber } from '../wire/numbers.ts'
import type { Parser } from '../wire/reader.ts'
import { astring, atom } from '../wire/strings.ts'

const shown = (octets: string): string => fromStrictUtf8(latin1(octets)) ?? octets

export const getQuota: Command = defineCommand({
  verb: 'GETQUOTA',
  syntax: 'GETQUOTA ""',
  about: 'Reports how much is stored, and the limit',
  source: { rfc: 9208, section: '4.1.1' },
  allowedIn: loggedIn,
  arguments: astring,
  run(session, root, tools) {
    if (root !== QUOTA_ROOT) return noRoot(session, root, tools)
    return ok(session, tools.responses.done(tools), { untagged: [quotaLine(session.account)] })
  },
})

const noRoot = (session: Authenticated | Selected, root: string, { responses }: Tools): Reply =>
  no(session, responses.noQuota({ root: shown(root) }), { code: 'NONEXISTENT' })

/** For a name without a mailbox it returns the quota that would apply. */
export const getQuotaRoot: Command = defineCommand({
  verb: 'GETQUOTAROOT',
  syntax: 'GETQUOTAROOT <mailbox>',
  about: 'Lists the quota roots of a mailbox',
  source: { rfc: 9208, section: '4.1.2' },
  allowedIn: loggedIn,
  arguments: mailboxName,
  run(session, typed, tools) {
    const name = session.account.mailbox(typed)?.name ?? typed
    const root = `* QUOTAROOT ${writeName(name, session.enabled)} "${QUOTA_ROOT}"\r\n`
    return ok(session, tools.responses.done(tools), {
      untagged: [root, quotaLine(session.account)],
    })
  },
})

/** RFC 9208 §7: `setquota-list`. */
const newLimits: Parser<readonly ResourceLimit[]> = check(
  listOrEmpty(map(words(atom, bigNumber), (limit): ResourceLimit => limit)),
  (limits): readonly ResourceLimit[] | { readonly because: string } =>
    new Set(limits.map(([resource]) => resource.toUpperCase())).size === limits.length
      ? limits
      : { because: 'Each resource is named once' },
)

/** All limits are new: one that is not named is gone. */
export const setQuota: Command = defineCommand({
  verb: 'SETQUOTA',
  syntax: 'SETQUOTA "" (STORAGE 512)',
  about: 'Changes how much may be kept',
  source: { rfc: 9208, section: '4.1.3' },
  allowedIn: loggedIn,
  arguments: words(astring, newLimits),
  run: (session, [root, limits], tools) => change(session, root, limits, tools),
})

function change(
  session: Authenticated | Selected,
  root: string,
  limits: readonly ResourceLimit[],
  tools: Tools,
): Reply {
  const { responses } = tools
  if (session.host.quotas === 'fixed')
    return no(session, responses.cannotSetQuota({}), { code: 'NOPERM' })
  if (root !== QUOTA_ROOT) return noRoot(session, root, tools)
  const unknown = limits.find(([resource]) => !isResource(resource))
  if (unknown)
    return no(session, responses.noResource({ resource: unknown[0] }), { code: 'CANNOT' })
  session.account.setLimits(limitsOf(limits))
  return ok(session, responses.done(tools), { untagged: [quotaLine(session.account)] })
}
