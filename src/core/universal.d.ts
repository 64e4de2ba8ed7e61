/**
 * What every JavaScript platform has and no `lib` of TypeScript names alone: encoders and URL.
 * The pure layers see these and nothing else of the browser or of Node.
 */
declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>
  encodeInto(text: string, into: Uint8Array): { readonly read: number; readonly written: number }
}

declare class TextDecoder {
  readonly encoding: string
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(bytes?: Uint8Array): string
}

declare class URL {
  constructor(url: string, base?: string)
  static canParse(url: string, base?: string): boolean
  readonly hostname: string
  readonly host: string
  readonly href: string
  readonly pathname: string
  readonly protocol: string
  readonly search: string
}
