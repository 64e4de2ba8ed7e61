/** Whether the text of a DKIM key record has an empty `p=` (RFC 6376 §3.6.1): what it signed fails. */
export const isRevokedKey = (text: string): boolean => /(?:^|[;\s])p\s*=\s*(?:;|$)/.test(text)
