import { describe } from 'vitest';
import { testComfort } from './started/comfort.ts';
import { testDisplays } from './started/displays.ts';
import { testFaultsOfStarting } from './started/faults-of-starting.ts';
import { testMacWindow } from './started/mac-window.ts';
import { testMachinePolicy } from './started/machine-policy.ts';
import { testNotices } from './started/notices.ts';
import { testOpening } from './started/opening.ts';
import { testOtherArchive } from './started/other-archive.ts';
import { installForTests } from './support/seats.ts';

// One installation for all of them: packing takes longer than most of what is tried on it.
const seats = installForTests();
describe('opening', () => testOpening(seats));
describe('notices', () => testNotices(seats));
describe('comfort', () => testComfort(seats));
describe('displays', () => testDisplays(seats));
describe('the window on macOS', () => testMacWindow(seats));
describe('the other archive', () => testOtherArchive(seats));
describe('a machine policy', () => testMachinePolicy(seats));
describe('faults of starting', () => testFaultsOfStarting(seats));
