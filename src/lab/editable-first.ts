/** Zones in the order in which they are shown: those to edit before those to read. */
export const editableFirst = <Zone extends { readonly editable: boolean }>(
  zones: readonly Zone[],
): Zone[] => zones.toSorted((a, b) => Number(b.editable) - Number(a.editable))
