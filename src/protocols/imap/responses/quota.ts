import type { MailAccount, QuotaLimits } from '../../store/store.ts'

/** An account has one quota root, which has no name (RFC 9208 §3.2). */
export const QUOTA_ROOT = ''

/** `* QUOTA "" (STORAGE 10 512 MESSAGE 3 1000)`; STORAGE counts in 1024 octets (RFC 9208 §5.1, §5.2). */
export function quotaLine({ usage, limits }: MailAccount): string {
  const resources = [
    ...(limits.storage === undefined
      ? []
      : [`STORAGE ${inKilo(usage.storage)} ${Math.floor(limits.storage / KILO)}`]),
    ...(limits.messages === undefined ? [] : [`MESSAGE ${usage.messages} ${limits.messages}`]),
  ]
  return `* QUOTA "${QUOTA_ROOT}" (${resources.join(' ')})\r\n`
}

const KILO = 1024

/** What is begun counts as whole. */
const inKilo = (octets: number): number => Math.ceil(octets / KILO)

/** A limit as SETQUOTA names it. */
export type ResourceLimit = readonly [resource: string, limit: number]

/** Resources that have limits here; QUOTA=RES-… announces each. */
const resources = ['STORAGE', 'MESSAGE'] as const

export const isResource = (name: string): boolean =>
  resources.some((resource) => resource === name.toUpperCase())

export function limitsOf(limits: readonly ResourceLimit[]): QuotaLimits {
  const byName = new Map(limits.map(([name, limit]) => [name.toUpperCase(), limit]))
  const storage = byName.get('STORAGE')
  const messages = byName.get('MESSAGE')
  return {
    ...(storage !== undefined && { storage: storage * KILO }),
    ...(messages !== undefined && { messages }),
  }
}
