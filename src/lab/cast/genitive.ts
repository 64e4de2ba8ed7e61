/** A name in the genitive as German has it: `Bobs`, `Ines’`. */
export const germanGenitive = (name: string): string =>
  /[sxzß]$/.test(name) ? `${name}’` : `${name}s`
