export type Preferences = {
  readonly language: 'nb' | 'nn' | 'en';
  readonly theme: 'auto' | 'light' | 'dark';
  /** Who sits at the desk; remembered between starts, in production for each user of the operating system. */
  readonly userId?: string;
};
