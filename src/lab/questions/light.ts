/**
 * Questions of widgets, which a host without labs answers alone. Their code is in many small pieces, each for what
 * is asked about, so a whole host leaves them out.
 */
export const lightQuestions = {
  disguisedTexts: async () => (await import('./disguised-texts.ts')).disguisedTexts,
  snippet: async () => (await import('./snippet.ts')).snippet,
  transcript: async () => (await import('./transcript.ts')).transcript,
}
