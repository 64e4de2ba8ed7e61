import { expect, test } from 'vitest'
import { reached } from './reached.ts'

const files: Readonly<Record<string, string>> = {
  'embed/index.html':
    '<script src="../assets/embed-A1.js"></script><link href="../assets/f-B2.css">',
  'assets/embed-A1.js':
    'import("./Lesson-C3.js");import("./Zone-D4.js");const d=["assets/m-E5.css"]',
  'assets/f-B2.css': 'src:url(font-F6.ttf)',
  'assets/Lesson-C3.js': 'new Worker(new URL("worker-G7.js",import.meta.url));"other.js"',
  'assets/Zone-D4.js': 'import"./only-zone-H8.js"',
  'assets/only-zone-H8.js': '',
  'assets/worker-G7.js': 'import"./Lesson-C3.js"',
  'assets/m-E5.css': '',
  'assets/font-F6.ttf': '',
  'assets/lonely-I9.js': '',
}
const built = {
  assets: Object.keys(files).filter((file) => file.startsWith('assets/')),
  read: (file: string) => files[file]!,
}

test('what a page names is found, and what that names', () =>
  expect([...reached(['embed/index.html'], built)].sort()).toEqual(
    Object.keys(files)
      .filter((file) => file !== 'assets/lonely-I9.js')
      .sort(),
  ))

test('what is left out takes with it what only it needs', () => {
  const found = reached(['embed/index.html'], {
    ...built,
    without: ['assets/Zone-D4.js', 'assets/m-E5.css'],
  })
  expect([...found]).not.toContain('assets/only-zone-H8.js')
  expect(found.size).toBe(6)
})
