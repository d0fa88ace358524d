const docker = /\/containers\/([0-9a-f]{64})\/\1-json\.log/;
const kubelet = /\/(?:log\/)?containers\/[^/_]+_[^/_]+_([^/_]+)-[0-9a-f]{64}\.log/;
const pods = /\/pods\/[^/_]+_[^/_]+_[^/_]+\/([^/]+)\/\d+\.log/;

/** The container whose log a file is, where Docker or the kubelet named the file: a machine's own rule, unlike other names of files. */
export function pathPlace(path: string): string | null {
  const named = kubelet.exec(path) ?? pods.exec(path);
  if (named?.[1] !== undefined) return named[1];
  return docker.exec(path)?.[1]?.slice(0, 12) ?? null;
}
