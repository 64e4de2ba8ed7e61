/** Somebody who may log in at a host. */
export interface Account {
  /** What is typed as the user name. Compared without case. */
  readonly login: string
  readonly password: string
  /** Its address; it may be typed in place of `login`. */
  readonly address?: string
  /** An OAuth 2 access token that is good for it; without one, XOAUTH2 and OAUTHBEARER are not for it. */
  readonly token?: string
}

/** @param name A login or an address. */
export function findAccount(accounts: readonly Account[], name: string): Account | undefined {
  const wanted = name.toLowerCase()
  return (
    accounts.find(({ login }) => login.toLowerCase() === wanted) ??
    accounts.find(({ address }) => address?.toLowerCase() === wanted)
  )
}
