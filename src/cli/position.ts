/** Where an offset stands for people and editors: both count from 1. */
export interface Position {
  readonly line: number
  /** In UTF-16 units. */
  readonly column: number
}

export function positionIn(text: string, offset: number): Position {
  const before = text.slice(0, offset)
  return {
    line: before.split('\n').length,
    column: offset - (before.lastIndexOf('\n') + 1) + 1,
  }
}
