/** Who says a line, and what: its mark is taken off. */
export interface MarkedText {
  readonly who: 'client' | 'server'
  readonly text: string
  /** Where the text begins in the line. */
  readonly at: number
  /** The name in the mark: `C1:`, `Client (alice):`; empty where there is none. */
  readonly connection: string
}

/** `C:`, `S:`, `Client:`, `C1:`, `S (imap):`, as RFCs and manuals write it. */
const NAME_MARK =
  /^([ \t]*(?:(C|client)|(?:S|server))[ ]?(?:[([]([\w.@-]{1,40})[)\]]|(\d{1,3}))?:)(?: |$|(?=\S))/i

/** `>` and `<`, as curl writes it; `->`, `~>` and `<-`, `<~`, `<**` as swaks; `>>>` and `<<<` as sendmail. */
const ARROW = /^[ \t]*(?:(>{1,3}|[-~=*]{1,3}>)|<{1,3}|<[-~=*]{1,3})(?: {1,2}|$)/

/** Reads the mark at the start of a line; undefined where there is none. Never throws. */
export type ReadMark = (line: string) => MarkedText | undefined

const readNameMark: ReadMark = (line) => {
  const found = NAME_MARK.exec(line)
  if (!found) return undefined
  const [whole, mark = '', client, bracketed, number] = found
  return said(line, whole.endsWith(' ') ? whole.length : mark.length, client, bracketed ?? number)
}

const readArrow: ReadMark = (line) => {
  const found = ARROW.exec(line)
  return found ? said(line, found[0].length, found[1]) : undefined
}

/** The marks that a text uses: one with names may have `>` in what is said. */
export const marksOf = (lines: readonly string[]): ReadMark | undefined =>
  [readNameMark, readArrow].find((read) => lines.some((line) => read(line) !== undefined))

const said = (
  line: string,
  at: number,
  client: string | undefined,
  connection = '',
): MarkedText => ({
  who: client === undefined ? 'server' : 'client',
  text: line.slice(at),
  at,
  connection,
})

/** Something is left out: dots, or a word in brackets or parentheses. */
export const isGap = (text: string): boolean =>
  /^\s*(?:\.{3,}|…|\. \. \.|\[\s*(?:\.{3}|…|snip|cut)\s*\]|\((?:\.{3}|…|snip)\))\s*$/i.test(text)

/**
 * A remark of the writer in the place of a line: `# …`, `// …`, `(TLS begins)`, `[waits]`, what was
 * typed at a shell, or `<closes the connection>`, as RFCs have it.
 */
export const isRemark = (text: string): boolean =>
  /^\s*(?:#|\/\/|\$ |%|\*{1,3} |={2,} |-{2,} )/.test(text) || isAside(text)

/** The same where somebody is said to do it: `C: <open connection>`. */
export const isAside = (text: string): boolean =>
  /^\s*(?:\([^()]*\)|\[[^[\]]*\]|<[^<>@"]*\s[^<>@"]*>)\s*$/.test(text)

/** `== alice ==`, `--- Port 25 ---`: what comes below is another connection. */
export function headingIn(text: string): string | undefined {
  const found = /^\s*(={2,}|-{2,})\s*([^=-][^=]{0,80}?)\s*(?:={2,}|-{2,})\s*$/.exec(text)
  return found?.[2]
}
