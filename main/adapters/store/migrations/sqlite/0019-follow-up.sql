-- Why somebody wanted a signing job cancelled, and that somebody has dealt with one that came to nothing.
ALTER TABLE signing_job ADD COLUMN cancel_reason TEXT CHECK (cancel_reason <> '');
ALTER TABLE signing_job ADD COLUMN followed_up_at TEXT CHECK (followed_up_at LIKE '____-__-__T__:__:__.___Z');
ALTER TABLE signing_job ADD COLUMN followed_up_by TEXT CHECK (followed_up_by <> '')
  CHECK ((followed_up_by IS NULL) = (followed_up_at IS NULL));
ALTER TABLE signing_job ADD COLUMN follow_up_comment TEXT
  CHECK ((follow_up_comment IS NULL) = (followed_up_at IS NULL));
