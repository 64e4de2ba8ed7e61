/** About what the traces of an authentication take. */
export const AUTHENTICATION_OCTETS = 16_384
