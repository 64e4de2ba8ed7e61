/** A lesson in somebody's page. */
export const words = {
  noLesson: 'Say which lesson with the attribute `lesson`, such as `speak-smtp`.',
  absent: (slug: string) => `There is no lesson \`${slug}\` on this site.`,
  blocked:
    'The lesson could not be fetched: the network is in the way, or this page has the frame isolated.',
  wants: { height: (least: number) => `a number of pixels, ${least} or more` },
  noStep: (option: string, value: string, steps: string) =>
    `The attribute \`${option}\` is \`${value}\`, which is no step of this lesson. Write numbers from 1, or names: ${steps}.`,
}
