/**
 * The machine's policy is there and cannot be read or understood. Segl then opens nothing: to go on as if there were none
 * would be to go past it. `place` is the file or registry key, `setting` the value in it where that is known.
 */
export class PolicyUnreadable extends Error {
  override readonly name = 'PolicyUnreadable';
  readonly place: string;
  readonly setting: string | undefined;
  constructor(place: string, setting: string | undefined, cause?: unknown) {
    super(`the machine's policy cannot be read: ${place}${setting === undefined ? '' : ` (${setting})`}`, {
      cause,
    });
    this.place = place;
    this.setting = setting;
  }
}
