import { describe } from 'vitest';
import { testComfort } from './started/comfort.ts';
import { testFaultsOfStarting } from './started/faults-of-starting.ts';
import { testOpening } from './started/opening.ts';
import { installForTests } from './support/seats.ts';

// One installation for all of them: packing takes longer than most of what is tried on it.
const seats = installForTests();
describe('opening', () => testOpening(seats));
describe('comfort', () => testComfort(seats));
describe('faults of starting', () => testFaultsOfStarting(seats));
