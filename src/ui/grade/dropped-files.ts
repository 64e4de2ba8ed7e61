/** Entries of a folder that are looked at; what lies deeper or beyond is left out. */
const MOST = 2000

/** The files that were dropped, those in folders too. Never throws: what cannot be read is left out. */
export async function droppedFiles(data: DataTransfer): Promise<File[]> {
  // Entries are gone once the event is over: they are taken at once.
  const items = [...data.items].filter(({ kind }) => kind === 'file')
  const entries = items.map((item) => item.webkitGetAsEntry())
  const plain = [...data.files]
  if (!entries.some((entry) => entry?.isDirectory)) return plain
  const files: File[] = []
  const queue = entries.filter((entry) => entry !== null)
  for (let seen = 0; seen < queue.length && seen < MOST; seen++) {
    const entry = queue[seen]!
    if (entry.isDirectory) queue.push(...(await entriesOf(entry as FileSystemDirectoryEntry)))
    // Of a folder only what may be a submission is taken.
    else if (/\.(json|txt)$/i.test(entry.name))
      files.push(...(await fileOf(entry as FileSystemFileEntry)))
  }
  return files
}

/** A browser gives the entries of a folder in parts. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  while (all.length < MOST) {
    const part = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    )
    if (part.length === 0) break
    all.push(...part)
  }
  return all
}

const fileOf = (entry: FileSystemFileEntry): Promise<File[]> =>
  new Promise((resolve) =>
    entry.file(
      (file) => resolve([file]),
      () => resolve([]),
    ),
  )
