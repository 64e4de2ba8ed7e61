/** The card of a term in a lesson. */
export const words = {
  taught: 'Lesson:',
  inGlossary: 'In the glossary',
}
