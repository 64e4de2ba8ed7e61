import type { Diagnostic, Severity } from '../../core/diagnostic.ts'

/** How bad it is here, where that differs: what is exported is no zone yet, and a seal is of who passed the message on. */
export function harmOf({ code, severity }: Diagnostic): Severity {
  if (code === 'zone/unquoted-words') return 'error'
  if (['zone/ns-missing', 'zone/soa-missing', 'zone/no-ttl'].includes(code)) return 'hint'
  return isOfOthers({ code }) ? 'hint' : severity
}

/** Fields of who passed the message on. */
export const isOfOthers = ({ code }: Pick<Diagnostic, 'code'>): boolean => code.startsWith('arc/')
