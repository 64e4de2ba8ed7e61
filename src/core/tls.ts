/** A TLS session that is up, as a server's logs name it. */
export interface Tls {
  /** Such as `TLSv1.3`. */
  readonly version: string
  /** Such as `TLS_AES_256_GCM_SHA384`. */
  readonly cipher: string
}
