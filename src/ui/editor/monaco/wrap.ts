import { MonospaceLineBreaksComputerFactory } from 'monaco-editor/editor/common/viewModel/monospaceLineBreaksComputer.js'
import { hangingIndent } from '../hanging-indent.ts'

/** What Monaco's computer of line breaks reads lines from. */
interface LineSource {
  getLineContent(line: number): string
  getLineInjectedText(line: number): unknown
}
type CreateComputer = (
  this: unknown,
  source: LineSource,
  font: unknown,
  tabSize: number,
  columns: number,
  ...rest: readonly unknown[]
) => unknown

/**
 * Lets wrapped lines go on below their value. Monaco knows only the indent that a line begins with,
 * so its computer of line breaks is shown lines whose head is blank.
 */
export function wrapBelowValues(): void {
  const factory = MonospaceLineBreaksComputerFactory.prototype as {
    createLineBreaksComputer: CreateComputer
  }
  const create = factory.createLineBreaksComputer
  factory.createLineBreaksComputer = function (source, font, tabSize, columns, ...rest) {
    const masked: LineSource = {
      getLineContent: (line) => blankHead(source.getLineContent(line), columns),
      getLineInjectedText: (line) => source.getLineInjectedText(line),
    }
    return create.call(this, masked, font, tabSize, columns, ...rest)
  }
}

// Others are wider than the blank that would stand for them.
const SINGLE_WIDTH = /^[\x20-\x7e]*$/

function blankHead(line: string, columns: number): string {
  if (line.length <= columns) return line
  const indent = hangingIndent(line, columns)
  const head = line.slice(0, indent)
  return SINGLE_WIDTH.test(head) ? ' '.repeat(head.length) + line.slice(indent) : line
}
