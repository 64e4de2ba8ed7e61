import {
  cancel,
  fail,
  type ClientStep,
  type Credentials,
  type Mechanism,
  type SaslContext,
  type SaslStep,
} from './exchange.ts'
import { mechanismNamed, mechanisms } from './mechanisms/index.ts'

export type { Account } from './account.ts'
export type {
  ClientStep,
  Credentials,
  SaslContext,
  SaslFailure,
  SaslRefusal,
  SaslStep,
} from './exchange.ts'
export { isProved } from './exchange.ts'
export { readInitialResponse, readSaslLine, SASL_LINE } from './line.ts'

/** The mechanisms a server announces now: those that would work. */
export const offeredMechanisms = (context: SaslContext): string[] =>
  mechanisms.filter((mechanism) => isOffered(mechanism, context)).map(({ name }) => name)

const isOffered = (mechanism: Mechanism, context: SaslContext): boolean =>
  context.accounts.some((account) => mechanism.suits(account)) &&
  (mechanism.secret === 'hidden' || mayShowSecrets(context))

/** Whether the client may send passwords now, as PLAIN, LOGIN, USER and PASS do it. */
export const mayShowSecrets = ({ tls, plainText }: SaslContext): boolean =>
  tls !== undefined || plainText === 'allowed'

/**
 * Begins an exchange as a server. Octets in and out are those before base64.
 * @param initial The initial response, if one came with the command; empty is not the same as none.
 */
export function startExchange(
  mechanism: string,
  context: SaslContext,
  initial?: Uint8Array,
): SaslStep {
  const found = mechanismNamed(mechanism)
  if (!found || !context.accounts.some((account) => found.suits(account)))
    return fail('unknown-mechanism', 'The server does not offer this mechanism')
  if (found.secret === 'clear' && !mayShowSecrets(context))
    return fail('tls-required', `${found.name} shows its secret to who listens: it needs TLS`)
  return found.start(context, initial)
}

/** Begins an exchange as a client. */
export const beginExchange = (mechanism: string, credentials: Credentials): ClientStep =>
  mechanismNamed(mechanism)?.begin(credentials) ?? cancel('This client does not know the mechanism')

/**
 * The best mechanism that both know and the credentials suit.
 * @param line `open`: anybody may listen, so only what hides its secret will do.
 */
export function chooseMechanism(
  announced: readonly string[],
  { token }: Pick<Credentials, 'token'>,
  line: 'open' | 'sealed' = 'sealed',
): string | undefined {
  const names = new Set(announced.map((name) => name.toUpperCase()))
  const usesToken = ({ name }: Mechanism): boolean => /OAUTH/.test(name)
  return mechanisms.find(
    (mechanism) =>
      names.has(mechanism.name) &&
      usesToken(mechanism) === (token !== undefined) &&
      (line === 'sealed' || mechanism.secret === 'hidden'),
  )?.name
}

/** What the octets of a line mean, for a person who reads the wire. */
export const explainSasl = (
  mechanism: string,
  who: 'client' | 'server',
  octets: Uint8Array,
): string =>
  mechanismNamed(mechanism)?.explain(who, octets) ?? 'A mechanism that no host here knows'
