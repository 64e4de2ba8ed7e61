import { utf8 } from '../../core/bytes.ts'
import { findAccount, type Account } from './account.ts'
import { fail, succeed, type ClientStep, type SaslContext, type SaslStep } from './exchange.ts'

/** What XOAUTH2 and OAUTHBEARER have in common: a token in place of a password (RFC 6750 §2.1). */

/** Whether an account has a token that can be shown. */
export const hasToken = ({ token }: Account): boolean => token !== undefined

/** @param login Empty where the token alone names the user. */
export function checkToken(
  { accounts }: SaslContext,
  login: string,
  token: string,
  refusal: string,
): SaslStep {
  const account =
    login === '' ? accounts.find((other) => other.token === token) : findAccount(accounts, login)
  if (account?.token !== undefined && account.token === token) return succeed(account)
  return refuseToken(refusal)
}

/** The reason comes as a challenge; whatever the client answers, it fails (RFC 7628 §3.2.3). */
const refuseToken = (refusal: string): SaslStep => ({
  kind: 'challenge',
  octets: utf8(refusal),
  explanation: 'The token is refused, and this gives the reason; the client still has to answer',
  answer: () => fail('credentials', 'The token is not valid for that name'),
})

export interface KeyValues {
  readonly [key: string]: string
}

/** `key=value` parted by Control-A, with two at the end (RFC 7628 §3.1). */
export function parseKeyValues(text: string): KeyValues | undefined {
  if (!text.endsWith('\x01\x01')) return undefined
  const pairs: [string, string][] = []
  for (const part of text.slice(0, -2).split('\x01')) {
    const [, key, value] = /^([a-zA-Z]+)=(.*)$/s.exec(part) ?? []
    if (key === undefined || value === undefined) return undefined
    pairs.push([key.toLowerCase(), value])
  }
  return Object.fromEntries(pairs)
}

/** @returns The token of `Bearer token`. */
export const bearerToken = (auth: string | undefined): string | undefined =>
  /^Bearer +([-\w.~+/]+=*)$/i.exec(auth ?? '')?.[1]

/** A client answers the reason of a failure with next to nothing, and then receives the failure. */
export const answerRefusal = (octets: Uint8Array): ClientStep => ({
  kind: 'respond',
  octets,
  explanation: 'The token was refused; the failure itself comes next',
  answer: () => answerRefusal(octets),
})
