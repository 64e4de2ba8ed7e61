/** Whether a line that parts messages in a file, `From someone date`, starts there. */
export const isMboxLine = (text: string, at: number): boolean =>
  at === 0 && /^From [^\s:]{1,320} {1,2}[A-Z][a-z]{2} [A-Z][a-z]{2} /.test(text.slice(0, 400))
