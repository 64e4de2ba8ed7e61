/** A TLS session that is up, as a server's logs name it. */
export interface Tls {
  /** Such as `TLSv1.3`. */
  readonly version: string
  /** Such as `TLS_AES_256_GCM_SHA384`. */
  readonly cipher: string
}

/** What a TLS server shows of itself, as far as a client looks at it. */
export interface Certificate {
  /** Names that it is for; a `*` stands for the leftmost label. */
  readonly names: readonly string[]
  /** In milliseconds; it always held, and holds for ever, without them. */
  readonly from?: number
  readonly until?: number
  /** Whether an authority that everybody trusts signed it, or the server itself. */
  readonly issuer: 'trusted' | 'self'
  /** SHA-256 digests in lowercase hex, as a TLSA record has them. */
  readonly digests: CertificateDigests
}

export interface CertificateDigests {
  /** Of the whole certificate, and of its public key. */
  readonly certificate?: string
  readonly key?: string
  /** The same of the authority that signed it. */
  readonly issuer?: string
  readonly issuerKey?: string
}
