/** A line of the text, without its end, and its place in the whole. */
interface BareLine {
  readonly text: string
  readonly at: number
}

export interface SpokenLine extends BareLine {
  readonly who: 'client' | 'server' | 'note'
}

/** How the first line of a server looks, by the protocol. */
const GREETING = /^(?:220[ -]|\* (?:OK|PREAUTH|BYE)\b|\+OK\b)/

/** Whose a line is; an empty one counts in a message alone. */
type Whose = 'client' | 'server' | 'message'

/**
 * Who says what in a session as a terminal shows it, without marks: it is known by the greeting, and
 * by what answers look like. What stands before the greeting is a remark; a text without one
 * has no line of a side.
 */
export function speakers(lines: readonly BareLine[]): SpokenLine[] {
  const start = lines.findIndex(({ text }) => GREETING.test(text))
  const whose = whoseFor(lines[start]?.text ?? '')
  return lines.flatMap((line, index): SpokenLine[] => {
    const isFilled = line.text.trim() !== ''
    if (start < 0 || index < start) return isFilled ? [{ ...line, who: 'note' }] : []
    const who = whose(line.text)
    if (who === 'client') return isFilled ? [{ ...line, who }] : []
    return [{ ...line, who: who === 'message' ? 'client' : who }]
  })
}

/** Finds a server's lines, by what came before: a message belongs to who sends it. */
function whoseFor(greeting: string): (line: string) => Whose {
  if (greeting.startsWith('220')) return inSmtp()
  return greeting.startsWith('+') ? inPop3() : inImap()
}

function inSmtp(): (line: string) => Whose {
  let isMessage = false
  return (line) => {
    if (isMessage) {
      isMessage = line !== '.'
      return 'message'
    }
    isMessage = /^354(?: |$)/.test(line)
    return /^\d{3}(?:[ -]|$)/.test(line) ? 'server' : 'client'
  }
}

function inPop3(): (line: string) => Whose {
  /** `asked`: the answer to the command has several lines, if it is a good one. */
  let long: 'no' | 'asked' | 'on' = 'no'
  return (line) => {
    if (long === 'on') {
      if (line === '.') long = 'no'
      return 'server'
    }
    if (/^(?:\+OK|-ERR|\+ )/.test(line)) {
      long = long === 'asked' && line.startsWith('+OK') ? 'on' : 'no'
      return 'server'
    }
    long = /^(?:RETR|TOP|CAPA|LIST$|UIDL$)/i.test(line) ? 'asked' : 'no'
    return 'client'
  }
}

/** What does not look like a command with a tag is the server's: data may be anything. */
function inImap(): (line: string) => Whose {
  let isAsked = false
  return (line) => {
    const answers = isAsked && !/^(?:[*+]|\S+ (?:OK|NO|BAD)) /i.test(line)
    isAsked = line.startsWith('+ ')
    if (answers) return 'client'
    return /^[A-Za-z0-9.]{1,20} (?!(?:OK|NO|BAD)\b)[A-Za-z]{2,}/.test(line) ? 'client' : 'server'
  }
}
