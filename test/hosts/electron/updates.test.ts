import { afterEach, describe, expect, test, vi } from 'vitest';
import { updateAddress, watchForUpdates } from '../../../main/hosts/electron/updates.ts';

const perUser = {
  platform: 'win32',
  packaged: true,
  program: 'C:\\Users\\kari\\AppData\\Local\\Programs\\Segl\\Segl.exe',
  localAppData: 'C:\\Users\\kari\\AppData\\Local',
  address: 'https://updates.kommune.example/segl',
};

describe('where updates come from', () => {
  test('is the address of policy, for an installation of one user', () => {
    expect(updateAddress(perUser)).toBe(perUser.address);
  });
  test.each([
    ['no policy', { address: undefined }],
    ['an address that anybody on the way could answer for', { address: 'http://updates.kommune.example' }],
    ['what is no address', { address: 'nowhere' }],
    ['an installation for the whole machine', { program: 'C:\\Program Files\\Segl\\Segl.exe' }],
    ['a folder whose name only begins alike', { program: 'C:\\Users\\kari\\AppData\\Local2\\Segl.exe' }],
    ['a program that is not installed', { packaged: false }],
    ['another operating system', { platform: 'linux' }],
  ])('is nowhere with %s', (_case, change) => {
    expect(updateAddress({ ...perUser, ...change })).toBeUndefined();
  });
});

describe('looking for updates', () => {
  afterEach(() => vi.useRealTimers());

  test('goes on after a failure, which is a log line, and stops when told', async () => {
    vi.useFakeTimers();
    const lines: string[] = [];
    const checkForUpdates = vi.fn(() => Promise.reject(new Error('no network')));
    const stop = watchForUpdates({ checkForUpdates }, (line) => lines.push(line));
    expect(checkForUpdates).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(60_000);
    await vi.advanceTimersByTimeAsync(6 * 60 * 60_000);
    expect(checkForUpdates).toHaveBeenCalledTimes(2);
    expect(lines).toEqual(['looking for updates: no network', 'looking for updates: no network']);
    stop();
    await vi.advanceTimersByTimeAsync(24 * 60 * 60_000);
    expect(checkForUpdates).toHaveBeenCalledTimes(2);
  });
});
