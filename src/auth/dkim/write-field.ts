/** What a signature states about itself. */
export interface SignatureFacts {
  readonly algorithm: string
  readonly domain: string
  readonly selector: string
  readonly fields: readonly string[]
  /** Base64. */
  readonly bodyHash: string
  /** Milliseconds since 1970. */
  readonly now: number
  readonly header?: string
  readonly body?: string
  readonly identity?: string
  readonly lifetime?: number
  readonly length?: number
}

/** Characters in a line that folds aim at (RFC 5322 §2.1.1). */
const WIDTH = 76

/**
 * Writes the DKIM-Signature field, one thought a line.
 * @returns A function that puts the signature, in base64, into `b=`; the rest stays the same. The
 * field ends with CRLF.
 */
export function writeSignatureField(facts: SignatureFacts): (signature: string) => string {
  const seconds = Math.floor(facts.now / 1000)
  const end = facts.lifetime === undefined ? '' : ` x=${seconds + facts.lifetime};`
  const identity = facts.identity === undefined ? '' : ` i=${facts.identity};`
  const length = facts.length === undefined ? '' : ` l=${facts.length};`
  const lines = [
    `DKIM-Signature: v=1; a=${facts.algorithm}; c=${facts.header ?? 'relaxed'}/${facts.body ?? 'relaxed'};`,
    ` d=${facts.domain}; s=${facts.selector};${identity}`,
    ` t=${seconds};${end}${length}`,
    ...foldNames(facts.fields),
    ` bh=${facts.bodyHash};`,
  ]
  return (signature) => [...lines, ...foldSignature(signature)].join('\r\n') + '\r\n'
}

function foldNames(names: readonly string[]): string[] {
  const lines: string[] = [' h=']
  names.forEach((name, index) => {
    const word = index === names.length - 1 ? `${name};` : `${name}:`
    const line = lines.at(-1)!
    if (line.length + word.length > WIDTH && line !== ' h=') lines.push(`  ${word}`)
    else lines[lines.length - 1] = line + word
  })
  return lines
}

const foldSignature = (signature: string): string[] =>
  signature === '' ? [' b='] : (` b=${signature}`.match(/.{1,76}/g) ?? []).map(indent)

const indent = (line: string, index: number): string => (index === 0 ? line : `  ${line}`)
