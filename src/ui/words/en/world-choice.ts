/** The sandbox's choice of a world. */
export const words = {
  world: 'World',
  sandbox: 'The sandbox',
  open: 'Open',
  opening: (name: string) => `The world “${name}” is being fetched …`,
  failed: (name: string) =>
    `The world “${name}” could not be fetched. Reload the page to try again.`,
  pageTitle: (title: string) => `${title} · HELO World`,
}
