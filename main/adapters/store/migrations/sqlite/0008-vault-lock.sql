-- How the vault is opened. The key itself is never here: a mark to recognise it by, and the key sealed for the recovery key.
-- A vault that was given up stays: its recovery key may be found.
CREATE TABLE vault_lock (
  key_mark TEXT PRIMARY KEY CHECK (length(key_mark) = 64),
  in_use INTEGER NOT NULL CHECK (in_use IN (0, 1)),
  recipient TEXT CHECK (recipient LIKE 'age1%'),
  sealed_key BLOB,
  tested_at TEXT CHECK (tested_at LIKE '____-__-__T__:__:__.___Z'),
  CHECK ((recipient IS NULL) = (sealed_key IS NULL) AND (recipient IS NULL) = (tested_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX vault_lock_in_use ON vault_lock (in_use) WHERE in_use = 1;
