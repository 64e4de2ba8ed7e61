/**
 * Whether a text is, or holds, the private half of a key: PEM of any kind, or its base64 alone (PKCS #1 or
 * #8 of RSA, #8 of Ed25519). Such a text is neither shown, nor kept, nor published.
 */
export const isPrivateKey = (text: string): boolean =>
  /PRIVATE KEY|(?:^|=)\s*(?:MII[\w+/]{3}IBA[AD]|MC4CAQA)/im.test(text)
