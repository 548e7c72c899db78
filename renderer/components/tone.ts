/** Colours of Designsystemet by what they mean. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';
