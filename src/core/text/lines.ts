/** Lines as one text; a last one that is empty ends the text with a line feed. */
export const lines = (...rows: readonly string[]): string => rows.join('\n')
