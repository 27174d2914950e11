// Says in one line which file cannot be used, why, and what to do.

/** What is wrong and what to do, by the code of the operating system and by its text, which LevelDB passes on. */
const problems: [code: string, text: string, meaning: string][] = [
  ['ENOSPC', 'No space left on device', 'the disk is full. Free some space'],
  ['EDQUOT', 'Disk quota exceeded', 'your quota of the disk is used up. Free some space'],
  ['EFBIG', 'File too large', 'the file has reached the size limit of the process. Raise it (ulimit -f)'],
  ['EACCES', 'Permission denied', 'you may not write there. Change its permissions, or set DATA_DIR to another folder'],
  [
    'EPERM',
    'Operation not permitted',
    'you may not write there. Change its permissions, or set DATA_DIR to another folder',
  ],
  ['EROFS', 'Read-only file system', 'the disk is read-only. Set DATA_DIR to a folder on another one'],
  ['EIO', 'Input/output error', 'the disk cannot be read or written. Set DATA_DIR to a folder on another one'],
  ['ENOTDIR', 'Not a directory', 'a file is where a folder must be. Remove it, or set DATA_DIR to another folder'],
  ['EEXIST', 'File exists', 'a file is where a folder must be. Remove it, or set DATA_DIR to another folder'],
  ['EISDIR', 'Is a directory', 'a folder is where a file must be. Remove it'],
  ['ENOENT', 'No such file or directory', 'it is missing. Create its folder, or set DATA_DIR to another folder'],
  ['ENAMETOOLONG', 'File name too long', 'its name is too long. Set DATA_DIR to a shorter one'],
  [
    'ELOOP',
    'Too many levels of symbolic links',
    'a link leads to itself. Remove it, or set DATA_DIR to another folder',
  ],
  ['EMFILE', 'Too many open files', 'too many files are open. Raise the limit (ulimit -n)'],
]

type StorageError = NodeJS.ErrnoException & { cause?: unknown }

/**
 * `Cannot use /data/x: the disk is full. Free some space.`; undefined when the error is none of storage.
 *
 * @param otherwise What to name when the error names no file.
 */
export function storageProblem(error: unknown, otherwise?: string): string | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, path = otherwise, message, cause } = error as StorageError
  if (path !== undefined) {
    const [, , meaning] = problems.find(([known]) => known === code) ?? []
    if (meaning !== undefined) return `Cannot use ${path}: ${meaning}.`
  }
  // LevelDB writes "IO error: /data/dynamodb/000003.log: No space left on device".
  const [, file = '', reason = ''] = /^IO error: (.+): ([^:]+)$/.exec(message) ?? []
  const [, , meaning = reason] = problems.find(([, text]) => text === reason) ?? []
  return file === '' ? storageProblem(cause, otherwise) : `Cannot use ${file}: ${meaning}.`
}

/** The same error with the name of its file, which an operation on an open file does not know. */
export function atFile(path: string, error: unknown): unknown {
  return error instanceof Error && !('path' in error) ? Object.assign(error, { path }) : error
}
