/**
 * What those who run the machine have decided for all who work at it. A value that is set binds: no window, argument or
 * stored setting goes past it.
 */
export type MachinePolicy = {
  /** `off`, or the HTTPS address updates come from. Unset: off, too. */
  readonly updates?: string;
  /** The folder in which each user's archives lie. */
  readonly archiveFolder?: string;
  /** `none`, `system`, or an `http://host:port`. */
  readonly proxy?: string;
  /** There is no training archive on this machine. */
  readonly productionOnly?: boolean;
  /** Names of outside services that may be used; an empty list allows none. */
  readonly allowedServices?: readonly string[];
};

export const machinePolicySettings = [
  'updates',
  'archiveFolder',
  'proxy',
  'productionOnly',
  'allowedServices',
] as const satisfies readonly (keyof MachinePolicy)[];

/** Each environment of the signing service is a service of its own: a municipality may allow one and not the other. */
export const signingServiceName = (environment: 'difitest' | 'production') =>
  `posten-${environment}` as const;

export const allowsService = ({ allowedServices }: MachinePolicy, name: string): boolean =>
  allowedServices === undefined || allowedServices.includes(name);
