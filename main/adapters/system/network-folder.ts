import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What tells where a folder lies; the operating system's own answers unless a test gives others. */
export type MountSources = {
  readonly platform: string;
  /** `/proc/self/mountinfo` on Linux, what `mount` prints on macOS. */
  readonly mounts: () => string;
};

/** File systems whose bytes lie on another machine, or that answer for one. */
const network =
  /^(nfs\d*|cifs|smb\d*|smbfs|afpfs|afs|ncpfs|webdav|davfs2?|9p|ceph|glusterfs|lustre|beegfs|ocfs2|gfs2|gpfs|acfs|fuse\.(sshfs|gvfsd-fuse|smbnetfs|rclone|davfs2?|glusterfs|s3fs|onedriver|ceph-fuse|curlftpfs)|drvfs|vboxsf|prl_fs|fuse\.vmhgfs-fuse)$/;

/**
 * The share or kind of file system on which a folder lies when that is on another machine; `undefined` when it is on
 * this one. `folder` with links and mapped drives resolved, as `realFolder` gives it: on Windows a mapped drive then
 * shows as the share behind it.
 */
export function networkBehind(folder: string, sources: MountSources = thisMachine): string | undefined {
  if (sources.platform === 'win32') return windowsShare(folder);
  const mounts =
    sources.platform === 'darwin' ? readMountCommand(sources.mounts()) : readMountInfo(sources.mounts());
  const mount = mountOf(folder, mounts);
  // Where the machine itself runs from such a file system there is no other place to go.
  return mount && mount.point !== '/' && network.test(mount.kind) ? mount.kind : undefined;
}

/** `\\server\share` in each of its forms; `\\?\C:\` and `\\.\` are of this machine. */
function windowsShare(folder: string): string | undefined {
  const path = folder.replaceAll('/', '\\');
  const unc =
    /^\\\\\?\\UNC\\(?<share>[^\\]+\\[^\\]+)/i.exec(path) ??
    /^\\\\(?![?.]\\)(?<share>[^\\]+\\[^\\]+)/.exec(path);
  return unc?.groups?.share === undefined ? undefined : `\\\\${unc.groups.share}`;
}

type Mount = { readonly point: string; readonly kind: string };

/** The innermost mount that holds the folder; of two on the same point the later one is on top. */
function mountOf(folder: string, mounts: readonly Mount[]): Mount | undefined {
  for (let path = folder; ; path = dirname(path)) {
    const found = mounts.findLast((mount) => mount.point === path);
    if (found || path === dirname(path)) return found;
  }
}

/** proc(5): mount point in the fifth field, the type after the lone dash; blanks are written in octal. */
const readMountInfo = (text: string): readonly Mount[] =>
  text.split('\n').flatMap((line) => {
    const [before = '', after = ''] = line.split(' - ', 2);
    const point = before.split(' ')[4];
    const kind = after.split(' ')[0];
    return point && kind ? [{ point: point.replace(/\\([0-7]{3})/g, fromOctal), kind }] : [];
  });
const fromOctal = (_: string, digits: string) => String.fromCharCode(Number.parseInt(digits, 8));

/** `//kari@server/share on /Volumes/share (smbfs, nodev, nosuid)` */
const readMountCommand = (text: string): readonly Mount[] =>
  [...text.matchAll(/^.+? on (?<point>\/.*) \((?<kind>[\w.]+)[,)].*$/gm)].flatMap(({ groups }) =>
    groups?.point && groups.kind ? [{ point: groups.point, kind: groups.kind }] : [],
  );

const thisMachine: MountSources = {
  platform: process.platform,
  mounts: () =>
    process.platform === 'darwin'
      ? execFileSync('/sbin/mount', { encoding: 'utf8' })
      : readFileSync('/proc/self/mountinfo', 'utf8'),
};
