import type { HeaderField } from './field.ts'

/** Fields with a syntax of their own, in which no encoded word is looked for (RFC 2047 §5). */
const STRUCTURED =
  /^(?:dkim-signature|arc-.*|authentication-results|received|return-path|message-id|in-reply-to|references|date|content-.*|mime-version)$/

export const isStructured = ({ lower }: Pick<HeaderField, 'lower'>): boolean =>
  STRUCTURED.test(lower)
