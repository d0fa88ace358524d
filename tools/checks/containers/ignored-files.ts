/** What a .dockerignore lets through. It must begin by keeping everything out, so that a new file is not sent by mistake. */
export interface IgnoredFiles {
  readonly problems: readonly string[];
  /** True when the path, or a folder around it, is let in by name. */
  readonly letsIn: (path: string) => boolean;
}

const private_ = /^!(\.git|\.env|node_modules|\.faultline|\*|\.)(\/|$)/;

export function ignoredFiles(text: string): IgnoredFiles {
  const patterns = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const named = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  const mustStayOut = ['**/.env', '**/node_modules', '**/dist'];
  return {
    problems: [
      ...(patterns[0] === '*' ? [] : ['must begin with *: what is not named stays out']),
      ...patterns
        .filter((pattern) => private_.test(pattern))
        .map((pattern) => `${pattern} lets in what is private`),
      // A later pattern wins, so these must stand behind the folders that are let in.
      ...mustStayOut
        .filter(
          (pattern) => patterns.lastIndexOf(pattern) < patterns.findLastIndex((one) => one.startsWith('!')),
        )
        .map((pattern) => `${pattern} must be kept out, behind the last line with !`),
    ],
    letsIn: (path) => named.some((folder) => path === folder || path.startsWith(`${folder}/`)),
  };
}
