import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { networkBehind } from '../../../main/adapters/system/network-folder.ts';

describe('Windows', () => {
  const share = (folder: string) => networkBehind(folder, { platform: 'win32', mounts: () => '' });
  test.each([
    ['\\\\server\\arkiv\\drift', '\\\\server\\arkiv'],
    ['\\\\?\\UNC\\server\\arkiv\\drift', '\\\\server\\arkiv'],
    ['//server/arkiv', '\\\\server\\arkiv'],
    ['\\\\wsl$\\Ubuntu\\home', '\\\\wsl$\\Ubuntu'],
    ['\\\\server@SSL\\DavWWWRoot\\arkiv', '\\\\server@SSL\\DavWWWRoot'],
  ])('%s is on another machine', (folder, found) => expect(share(folder)).toBe(found));
  test.each(['C:\\arkiv', '\\\\?\\C:\\arkiv', '\\\\.\\C:\\arkiv', 'D:\\'])('%s is on this one', (folder) =>
    expect(share(folder)).toBeUndefined(),
  );
});

describe('Linux', () => {
  const mounts = () =>
    [
      '21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw',
      '36 21 0:30 / /felles\\040arkiv rw - cifs //server/arkiv rw,vers=3.1.1',
      '37 21 0:31 / /hjem rw shared:2 master:1 - nfs4 server:/hjem rw',
      '38 37 8:2 / /hjem/lokal rw - xfs /dev/sdb1 rw',
      '39 21 0:32 / /kari rw - fuse.sshfs kari@server: rw',
      '40 21 0:33 / /over rw - cifs //server/x rw',
      '41 21 8:3 / /over rw - ext4 /dev/sdc1 rw',
    ].join('\n');
  test.each([
    ['/felles arkiv/drift', 'cifs'],
    ['/hjem/kari/segl', 'nfs4'],
    ['/kari', 'fuse.sshfs'],
    ['/hjem/lokal/segl', undefined],
    ['/hjemme', undefined],
    ['/over/segl', undefined],
    ['/', undefined],
  ])('%s lies on %s', (folder, found) =>
    expect(networkBehind(folder, { platform: 'linux', mounts })).toBe(found),
  );
});

describe('macOS', () => {
  const mounts = () =>
    [
      '/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)',
      '//kari@server/arkiv on /Volumes/felles arkiv (smbfs, nodev, nosuid, mounted by kari)',
      'server:/hjem on /Volumes/hjem (nfs)',
      '/dev/disk4s1 on /Volumes/ekstern (apfs, local, nodev)',
    ].join('\n');
  test.each([
    ['/Volumes/felles arkiv/drift', 'smbfs'],
    ['/Volumes/hjem', 'nfs'],
    ['/Volumes/ekstern/drift', undefined],
    ['/Users/kari', undefined],
  ])('%s lies on %s', (folder, found) =>
    expect(networkBehind(folder, { platform: 'darwin', mounts })).toBe(found),
  );
});

test('the folder for temporary files is on this machine, by what it says itself', () => {
  expect(networkBehind(tmpdir())).toBeUndefined();
});
