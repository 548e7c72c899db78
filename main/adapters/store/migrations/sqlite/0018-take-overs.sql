-- Who took over from whom, and when it is to be: planned for a day, done when the day has come, or given up before.
CREATE TABLE take_over (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  from_user TEXT NOT NULL REFERENCES archive_user (id),
  to_user TEXT NOT NULL REFERENCES archive_user (id) CHECK (to_user <> from_user),
  on_day TEXT NOT NULL CHECK (on_day LIKE '____-__-__'),
  -- The units it covers: those where who ordered it may distribute, as they were then.
  units TEXT NOT NULL CHECK (json_valid(units)),
  ordered_at TEXT NOT NULL CHECK (ordered_at LIKE '____-__-__T__:__:__.___Z'),
  ordered_by TEXT NOT NULL REFERENCES archive_user (id),
  state TEXT NOT NULL CHECK (state IN ('planned', 'done', 'withdrawn', 'failed')),
  ended_at TEXT CHECK (ended_at LIKE '____-__-__T__:__:__.___Z'),
  CHECK ((state = 'planned') = (ended_at IS NULL))
) STRICT;
CREATE INDEX take_over_planned ON take_over (on_day) WHERE state = 'planned';
CREATE INDEX take_over_from ON take_over (from_user, ended_at) WHERE state = 'done';
CREATE TRIGGER take_over_ends_once BEFORE UPDATE ON take_over WHEN OLD.state <> 'planned'
BEGIN SELECT RAISE(ABORT, 'a take-over that has ended stays as it is'); END;
